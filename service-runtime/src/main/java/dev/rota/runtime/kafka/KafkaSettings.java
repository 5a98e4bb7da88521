package dev.rota.runtime.kafka;

import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.Masking;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How services reach Kafka and the schema registry. Everything below {@code kafka.} goes to every Kafka client, and
 * everything below {@code schema.registry.} to the registry's client, so that TLS and SASL are configuration alone.
 *
 * @param client settings of every Kafka client; {@code bootstrap.servers} is always there
 * @param registry settings of the registry's client; {@code schema.registry.url} is always there
 */
public record KafkaSettings(Map<String, String> client, Map<String, String> registry) {
    /** Where Kafka is unless {@code kafka.bootstrap.servers} says otherwise. */
    public static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    /** Where the registry is unless {@code schema.registry.url} says otherwise. */
    public static final String DEFAULT_REGISTRY = "http://localhost:8081";

    private static final String FILE = ".file";

    public KafkaSettings {
        client = Map.copyOf(client);
        registry = Map.copyOf(registry);
    }

    public static KafkaSettings of(String bootstrapServers, String registryUrl) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", bootstrapServers), Map.of("schema.registry.url", registryUrl));
    }

    public static KafkaSettings read(Settings settings) {
        Map<String, String> client = new TreeMap<>(secretsFromFiles("kafka", settings.passThrough("kafka")));
        client.putIfAbsent("bootstrap.servers", DEFAULT_BOOTSTRAP);
        Map<String, String> registry = new TreeMap<>();
        secretsFromFiles("schema.registry", settings.passThrough("schema.registry"))
                .forEach((key, value) -> registry.put(registryKey(key), value));
        registry.putIfAbsent("schema.registry.url", DEFAULT_REGISTRY);
        return new KafkaSettings(client, registry);
    }

    /** A secret may stand in a file of its own: {@code kafka.sasl.jaas.config.file} names the one with the value. */
    private static Map<String, String> secretsFromFiles(String section, Map<String, String> settings) {
        Map<String, String> read = new TreeMap<>();
        settings.forEach((key, value) -> {
            String secret = key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : "";
            if (!Masking.secret(secret)) {
                read.put(key, value);
                return;
            }
            try {
                read.put(secret, Files.readString(Path.of(value)).trim());
            } catch (IOException e) {
                throw new ConfigException(section + "." + key + ": " + value + " cannot be read; name a readable file");
            }
        });
        return read;
    }

    // Confluent's client calls most of its settings schema.registry.*, but authentication by other names.
    private static String registryKey(String key) {
        return key.startsWith("basic.auth") || key.startsWith("bearer.auth") ? key : "schema.registry." + key;
    }

    public String bootstrapServers() {
        return client.getOrDefault("bootstrap.servers", DEFAULT_BOOTSTRAP);
    }

    public String registryUrl() {
        return registry.getOrDefault("schema.registry.url", DEFAULT_REGISTRY);
    }

    /** The settings of a client, with {@code own} where the user said nothing else. */
    public Map<String, Object> clientWith(Map<String, ?> own) {
        Map<String, Object> merged = new HashMap<>(own);
        merged.putAll(client);
        return merged;
    }
}
