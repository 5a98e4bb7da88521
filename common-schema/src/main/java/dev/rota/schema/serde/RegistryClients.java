package dev.rota.schema.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clients of a registry on plain HTTP. */
final class RegistryClients {
    private static final String PREFIX = "schema.registry.";
    private static final int SCHEMAS = 1_000;

    /** What the usual client reads besides the settings of its HTTP connection. */
    private static final List<String> MORE = List.of("latest.", "missing.", "request.header.", "ssl.");

    private RegistryClients() {}

    /**
     * A client that reads no certificates, which the usual one does even where it will never use them: a fifth of a
     * second, more than all the rest that a command needs to answer. Null where the usual one is to be made: for other
     * addresses, and for settings that only that one knows.
     */
    static @Nullable SchemaRegistryClient plain(Map<String, ?> settings) {
        if (!(settings.get(PREFIX + "url") instanceof String urls)) {
            return null;
        }
        List<String> addresses =
                Arrays.stream(urls.split(",", -1)).map(String::strip).toList();
        Map<String, Object> own = new HashMap<>();
        settings.forEach((key, value) -> own.put(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key, value));
        boolean more = own.keySet().stream().anyMatch(key -> MORE.stream().anyMatch(key::startsWith));
        if (more || !addresses.stream().allMatch(address -> address.startsWith("http://"))) {
            return null;
        }
        RestService rest = new RestService(addresses);
        rest.configure(own);
        return new CachedSchemaRegistryClient(rest, SCHEMAS, List.of(new AvroSchemaProvider()), Map.of(), Map.of());
    }
}
