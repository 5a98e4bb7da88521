package dev.rota.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to run the broker.
 *
 * @param dataDirectory where it keeps everything; created if missing; one running broker a directory
 * @param port the loopback port for clients, 1 to 65535; {@value #ANY_PORT} takes the port this directory used last if
 *     that is free, else any free one
 * @param startTimeout after which a start that hangs is given up
 * @param security TLS, passwords and access rules; empty: whoever reaches the port may do everything
 * @param others settings of Kafka's own that come before ours, by name; for a broker that is to be like somebody else's
 */
public record EmbeddedKafkaConfig(
        Path dataDirectory,
        int port,
        Duration startTimeout,
        Optional<BrokerSecurity> security,
        Map<String, String> others) {

    /** Take the port of last time, or any free one. */
    public static final int ANY_PORT = 0;

    /** A start takes 2 s; a loaded machine has taken 18. */
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(2);

    public EmbeddedKafkaConfig {
        if (port < ANY_PORT || port > 65_535) {
            throw new IllegalArgumentException(
                    "Kafka port %d is out of range: choose 1 to 65535, or 0 for any free port".formatted(port));
        }
        if (startTimeout.isNegative() || startTimeout.isZero()) {
            throw new IllegalArgumentException(
                    "Kafka start timeout %s must be longer than zero".formatted(startTimeout));
        }
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        others = Map.copyOf(others);
    }

    public EmbeddedKafkaConfig(Path dataDirectory, int port) {
        this(dataDirectory, port, DEFAULT_START_TIMEOUT);
    }

    public EmbeddedKafkaConfig(Path dataDirectory, int port, Duration startTimeout) {
        this(dataDirectory, port, startTimeout, Optional.empty(), Map.of());
    }

    /** The same, for clients with the right certificate authority and password only. */
    public EmbeddedKafkaConfig secured(BrokerSecurity by) {
        return new EmbeddedKafkaConfig(dataDirectory, port, startTimeout, Optional.of(by), others);
    }

    /** The same with settings of Kafka's own that come before ours. */
    public EmbeddedKafkaConfig with(Map<String, String> settings) {
        return new EmbeddedKafkaConfig(dataDirectory, port, startTimeout, security, settings);
    }
}
