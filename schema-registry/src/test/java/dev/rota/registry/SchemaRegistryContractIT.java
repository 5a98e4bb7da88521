package dev.rota.registry;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our registry keeps the contract. */
class SchemaRegistryContractIT extends RegistryContract {

    private static EmbeddedKafka kafka;
    private static SchemaRegistry registry;

    @BeforeAll
    static void start(@TempDir Path directory) {
        kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        registry =
                new SchemaRegistry(new SchemaRegistryConfig(kafka.bootstrapServers(), SchemaRegistryConfig.ANY_PORT));
        registry.start();
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Override
    String url() {
        return registry.url();
    }
}
