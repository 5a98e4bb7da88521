package dev.rota.registry.http;

import dev.rota.registry.subject.RegistryError;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What a route needs of a request.
 *
 * @param arguments the variable parts of the path, decoded, in order
 * @param query the first value of each parameter
 */
record Request(List<String> arguments, Map<String, String> query, String body) {

    String argument(int index) {
        return arguments.get(index);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    /** The schema in the body, under the subject that the path names first. */
    Schema schema() {
        return new Schema(argument(0), body(RegisterSchemaRequest.class));
    }

    <T> T body(Class<T> type) {
        try {
            T value = body.isEmpty() ? null : JacksonMapper.INSTANCE.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (IOException e) {
            throw new RegistryError(400, 400, "The body is not the JSON expected here: " + e.getMessage());
        }
        throw new RegistryError(400, 400, "The body is empty; JSON is expected here");
    }
}
