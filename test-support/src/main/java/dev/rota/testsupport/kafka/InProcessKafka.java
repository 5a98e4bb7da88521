package dev.rota.testsupport.kafka;

import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.registry.SchemaRegistry;
import dev.rota.registry.SchemaRegistryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Rota's own broker and registry in this JVM, on free ports and a directory that is deleted afterwards. */
final class InProcessKafka implements KafkaBackend {

    private final Path directory;
    private final EmbeddedKafka kafka;
    private final SchemaRegistry registry;

    private InProcessKafka(Path directory, EmbeddedKafka kafka, SchemaRegistry registry) {
        this.directory = directory;
        this.kafka = kafka;
        this.registry = registry;
    }

    static InProcessKafka start() {
        Path directory = newDirectory();
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        SchemaRegistry registry =
                new SchemaRegistry(new SchemaRegistryConfig(kafka.bootstrapServers(), SchemaRegistryConfig.ANY_PORT));
        registry.start();
        return new InProcessKafka(directory, kafka, registry);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("rota-test-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory for the tests' Kafka", e);
        }
    }

    @Override
    public String description() {
        return "Kafka in this JVM at %s, registry at %s".formatted(bootstrapServers(), registryUrl());
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(each -> each.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("the tests' Kafka directory %s stays behind".formatted(directory), e);
        }
    }
}
