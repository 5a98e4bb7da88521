package dev.rota.launcher.options;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A Kafka and a registry that run already, for commands that otherwise bring or find their own. */
public final class KafkaOptions {
    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "A running Kafka to use.")
    private @Nullable String kafka;

    @Option(names = "--registry", paramLabel = "URL", description = "A running schema registry to use.")
    private @Nullable String registry;

    /** The flags as settings. */
    public Map<String, String> flags() {
        Map<String, String> flags = new HashMap<>();
        if (kafka != null) {
            flags.put("kafka.bootstrap.servers", kafka);
        }
        if (registry != null) {
            flags.put("schema.registry.url", registry);
        }
        return flags;
    }
}
