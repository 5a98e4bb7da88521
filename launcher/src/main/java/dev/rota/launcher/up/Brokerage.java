package dev.rota.launcher.up;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.registry.SchemaRegistry;
import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Services;
import java.nio.file.Path;

/** The embedded Kafka and registry. */
final class Brokerage {
    private static final int USUAL_KAFKA_PORT = 9092;
    private static final int USUAL_REGISTRY_PORT = 8081;

    private Brokerage() {}

    /** Starts both, in the charge of {@code services}. */
    static KafkaSettings start(Path data, Services services) {
        EmbeddedKafka kafka = services.own(
                new EmbeddedKafka(new EmbeddedKafkaConfig(data.resolve("kafka"), Ports.usualIfFree(USUAL_KAFKA_PORT))));
        kafka.start();
        SchemaRegistry registry = services.own(new SchemaRegistry(
                new SchemaRegistryConfig(kafka.bootstrapServers(), Ports.usualIfFree(USUAL_REGISTRY_PORT))));
        registry.start();
        return KafkaSettings.of(kafka.bootstrapServers(), registry.url());
    }
}
