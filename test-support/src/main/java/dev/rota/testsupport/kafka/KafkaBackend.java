package dev.rota.testsupport.kafka;

/** A running Kafka and schema registry for tests, from wherever they come. */
public interface KafkaBackend extends AutoCloseable {

    /** One in this JVM, for measurements; tests say {@link WithKafka}. */
    static KafkaBackend inProcess() {
        return InProcessKafka.start();
    }

    /** What it is, for a person who reads the test's output. */
    String description();

    /** {@code host:port}. */
    String bootstrapServers();

    /** {@code http://host:port}. */
    String registryUrl();

    @Override
    void close();
}
