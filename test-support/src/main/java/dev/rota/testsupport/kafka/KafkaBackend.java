package dev.rota.testsupport.kafka;

/** A running Kafka and schema registry for tests, from wherever they come. */
public interface KafkaBackend extends AutoCloseable {

    /** What it is, for a person who reads the test's output. */
    String description();

    /** {@code host:port}. */
    String bootstrapServers();

    /** {@code http://host:port}. */
    String registryUrl();

    @Override
    void close();
}
