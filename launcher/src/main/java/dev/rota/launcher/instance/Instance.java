package dev.rota.launcher.instance;

import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An instance of {@code rota up} that runs on this machine.
 *
 * @param pid its process
 * @param data its data directory
 * @param kafka bootstrap servers of its Kafka
 * @param registry address of its registry
 * @param http address of its gateway; null if it has none
 */
public record Instance(
        long pid,
        Path data,
        String kafka,
        String registry,
        @Nullable String http) {
    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("data", data.toString());
        properties.setProperty("kafka", kafka);
        properties.setProperty("registry", registry);
        if (http != null) {
            properties.setProperty("http", http);
        }
        return properties;
    }

    static Instance of(Properties properties) {
        return new Instance(
                Long.parseLong(properties.getProperty("pid", "-1")),
                Path.of(properties.getProperty("data", "")),
                properties.getProperty("kafka", ""),
                properties.getProperty("registry", ""),
                properties.getProperty("http"));
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
