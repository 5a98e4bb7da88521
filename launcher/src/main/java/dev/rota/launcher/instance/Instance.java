package dev.rota.launcher.instance;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
 * @param catalogues addresses of what it tests, by name
 */
public record Instance(
        long pid,
        Path data,
        String kafka,
        String registry,
        @Nullable String http,
        Map<String, URI> catalogues) {
    private static final String CATALOGUE = "catalogue.";

    public Instance {
        catalogues = Map.copyOf(catalogues);
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("data", data.toString());
        properties.setProperty("kafka", kafka);
        properties.setProperty("registry", registry);
        if (http != null) {
            properties.setProperty("http", http);
        }
        catalogues.forEach((name, url) -> properties.setProperty(CATALOGUE + name, url.toString()));
        return properties;
    }

    static Instance of(Properties properties) {
        Map<String, URI> catalogues = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(CATALOGUE)) {
                catalogues.put(key.substring(CATALOGUE.length()), URI.create(properties.getProperty(key)));
            }
        }
        return new Instance(
                Long.parseLong(properties.getProperty("pid", "-1")),
                Path.of(properties.getProperty("data", "")),
                properties.getProperty("kafka", ""),
                properties.getProperty("registry", ""),
                properties.getProperty("http"),
                catalogues);
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
