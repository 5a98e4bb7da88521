package dev.rota.registry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who may speak to the registry, and how.
 *
 * @param keyStore a PKCS12 file with the key and certificate of this server, for TLS; empty: plain HTTP
 * @param keyStorePassword opens it
 * @param users passwords by name, for HTTP's basic authentication; empty: everybody may do everything
 */
public record RegistryAccess(Optional<Path> keyStore, String keyStorePassword, Map<String, String> users) {

    /** Plain HTTP for everybody. */
    public static final RegistryAccess OPEN = new RegistryAccess(Optional.empty(), "", Map.of());

    public RegistryAccess {
        users = Map.copyOf(users);
        users.forEach((name, password) -> {
            if (name.isBlank() || name.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a registry user's name must not be empty nor hold a colon");
            }
            if (password.isBlank()) {
                throw new IllegalArgumentException("the registry's user " + name + " needs a password");
            }
        });
    }

    @Override
    public String toString() {
        return "RegistryAccess[keyStore=" + keyStore + ", users=" + users.keySet() + "]";
    }
}
