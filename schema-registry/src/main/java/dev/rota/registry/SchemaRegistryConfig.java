package dev.rota.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.time.Duration;
import java.util.Map;

/**
 * How to run the registry.
 *
 * @param bootstrapServers the Kafka that holds the schemas
 * @param host the address to listen on; {@value #LOOPBACK} keeps it to this machine.
 * @param port 1 to 65535, or {@value #ANY_PORT} for any free one
 * @param defaultCompatibility what new versions are checked for until somebody sets it otherwise over HTTP
 * @param topic where the schemas are kept: one partition, compacted, created if missing
 * @param kafka more settings for the Kafka clients, such as TLS and SASL
 * @param timeout how long Kafka may take to start with, and to store a schema
 * @param access who may speak to it; whoever reaches it, unless told otherwise
 */
public record SchemaRegistryConfig(
        String bootstrapServers,
        String host,
        int port,
        CompatibilityLevel defaultCompatibility,
        String topic,
        Map<String, String> kafka,
        Duration timeout,
        RegistryAccess access) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final int ANY_PORT = 0;
    public static final String DEFAULT_TOPIC = "_schemas";
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    public SchemaRegistryConfig {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("the registry needs the address of a Kafka, as host:port");
        }
        if (port < ANY_PORT || port > 65_535) {
            throw new IllegalArgumentException(
                    "registry port %d is out of range: choose 1 to 65535, or 0 for any free port".formatted(port));
        }
        if (topic.isBlank()) {
            throw new IllegalArgumentException("the registry's topic needs a name, such as " + DEFAULT_TOPIC);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("registry timeout %s must be longer than zero".formatted(timeout));
        }
        kafka = Map.copyOf(kafka);
    }

    public SchemaRegistryConfig(
            String bootstrapServers,
            String host,
            int port,
            CompatibilityLevel defaultCompatibility,
            String topic,
            Map<String, String> kafka,
            Duration timeout) {
        this(bootstrapServers, host, port, defaultCompatibility, topic, kafka, timeout, RegistryAccess.OPEN);
    }

    /** The same for those whom {@code by} lets in. */
    public SchemaRegistryConfig withAccess(RegistryAccess by) {
        return new SchemaRegistryConfig(bootstrapServers, host, port, defaultCompatibility, topic, kafka, timeout, by);
    }

    /** On loopback, with Rota's compatibility: every reader of a topic can read all of its past. */
    public SchemaRegistryConfig(String bootstrapServers, int port) {
        this(
                bootstrapServers,
                LOOPBACK,
                port,
                CompatibilityLevel.BACKWARD_TRANSITIVE,
                DEFAULT_TOPIC,
                Map.of(),
                DEFAULT_TIMEOUT);
    }
}
