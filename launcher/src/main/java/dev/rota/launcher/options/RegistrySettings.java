package dev.rota.launcher.options;

import dev.rota.registry.RegistryAccess;
import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may speak to the registry. {@code registry.keyStore} is a PKCS12 file, its password in
 * {@code ROTA_REGISTRY_KEY_STORE_PASSWORD}; {@code registry.usersFile} has a line {@code name:password} for each user.
 * Without the first it speaks plain HTTP, without the second it serves everybody.
 */
public final class RegistrySettings {
    private static final String KEY_STORE_PASSWORD = "ROTA_REGISTRY_KEY_STORE_PASSWORD";

    private RegistrySettings() {}

    public static RegistryAccess read(Settings settings, SecretSource secrets) {
        Optional<Path> keyStore = settings.optionalText("registry.keyStore").map(Path::of);
        Optional<Path> users = settings.optionalText("registry.usersFile").map(Path::of);
        String password = secrets.find(KEY_STORE_PASSWORD).orElse("");
        if (keyStore.isPresent() && password.isEmpty()) {
            throw new ConfigException("registry.keyStore: its password is missing; put it into " + KEY_STORE_PASSWORD
                    + ", or the name of its file into " + KEY_STORE_PASSWORD + "_FILE");
        }
        return new RegistryAccess(
                keyStore, password, users.map(RegistrySettings::users).orElse(Map.of()));
    }

    private static Map<String, String> users(Path file) {
        Map<String, String> users = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                if (colon > 0 && colon < line.length() - 1) {
                    users.put(
                            line.substring(0, colon).trim(),
                            line.substring(colon + 1).trim());
                } else if (!line.isBlank()) {
                    throw new ConfigException(
                            "registry.usersFile: line " + (users.size() + 1) + " of " + file + " is not name:password");
                }
            }
        } catch (IOException e) {
            throw new ConfigException("registry.usersFile: " + file + " cannot be read; name a readable file");
        }
        if (users.isEmpty()) {
            throw new ConfigException("registry.usersFile: " + file + " names nobody; a line is name:password");
        }
        return users;
    }
}
