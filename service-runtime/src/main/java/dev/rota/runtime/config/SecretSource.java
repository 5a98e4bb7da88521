package dev.rota.runtime.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where secrets come from: a variable of the environment, or the file that {@code <variable>_FILE} names. The
 * configuration holds the variable's name, never the secret.
 */
public final class SecretSource {
    private final Map<String, String> environment;

    public SecretSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The secret; empty if neither variable is set.
     *
     * @throws ConfigException if the named file cannot be read
     */
    public Optional<String> find(String variable) {
        String value = environment.get(variable);
        if (value != null && !value.isBlank()) {
            return Optional.of(value.trim());
        }
        String file = environment.get(variable + "_FILE");
        return file == null || file.isBlank() ? Optional.empty() : Optional.of(read(variable, Path.of(file)));
    }

    private static String read(String variable, Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new ConfigException(variable + "_FILE: " + file + " cannot be read; name a readable file");
        }
    }
}
