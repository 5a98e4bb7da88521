package dev.rota.launcher.command;

import dev.rota.runtime.kafka.KafkaSettings;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the schema registry answers; says a line when that changes. Looked at by one thread, asked by others. */
final class RegistryWatch implements AutoCloseable {
    private static final int SCHEMAS = 10;

    private final String url;
    private final CachedSchemaRegistryClient client;
    private final Consumer<String> tell;
    private volatile Optional<String> warning = Optional.empty();

    /** @param tell where lines go */
    RegistryWatch(KafkaSettings kafka, Consumer<String> tell) {
        this.url = kafka.registryUrl();
        this.client = new CachedSchemaRegistryClient(List.of(url), SCHEMAS, kafka.registry());
        this.tell = tell;
    }

    /** What is wrong with it; empty if nothing was seen. */
    Optional<String> warning() {
        return warning;
    }

    void look() {
        Optional<String> seen = trouble();
        if (!seen.equals(warning)) {
            tell.accept(seen.orElse("the schema registry at " + url + " answers now"));
        }
        warning = seen;
    }

    private Optional<String> trouble() {
        try {
            var _ = client.getAllSubjects();
            return Optional.empty();
        } catch (RestClientException e) {
            return Optional.of(
                    e.getStatus() == 401 || e.getStatus() == 403
                            ? "the schema registry at " + url + " refuses these credentials (status " + e.getStatus()
                                    + "); check schema.registry.basic.auth.user.info; what needs it waits"
                            : "the schema registry at " + url + " answers with status " + e.getStatus()
                                    + "; see that schema.registry.url names a registry; what needs it waits");
        } catch (IOException e) {
            return Optional.of("the schema registry at " + url + " does not answer (" + e.getMessage()
                    + "); start it, or set schema.registry.url or --registry; what needs it waits");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
