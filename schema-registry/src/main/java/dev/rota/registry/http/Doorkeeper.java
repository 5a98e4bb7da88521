package dev.rota.registry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rota.registry.RegistryAccess;
import dev.rota.registry.SchemaRegistryException;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Lets in who may come in: TLS and HTTP's basic authentication. */
final class Doorkeeper {

    private final RegistryAccess access;
    private final List<byte[]> accepted;

    Doorkeeper(RegistryAccess access) {
        this.access = access;
        this.accepted = access.users().entrySet().stream()
                .map(user -> user.getKey() + ":" + user.getValue())
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .map(header -> header.getBytes(UTF_8))
                .toList();
    }

    boolean admits(ServerRequest request) {
        if (accepted.isEmpty()) {
            return true;
        }
        byte[] given =
                request.headers().first(HeaderNames.AUTHORIZATION).orElse("").getBytes(UTF_8);
        boolean known = false;
        for (byte[] header : accepted) {
            known |= MessageDigest.isEqual(header, given); // all of them, so that time tells nothing
        }
        return known;
    }

    Optional<Tls> tls() {
        return access.keyStore().map(this::tls);
    }

    private Tls tls(Path file) {
        char[] password = access.keyStorePassword().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return Tls.builder().sslContext(context).build();
        } catch (IOException | GeneralSecurityException e) {
            SchemaRegistryException unusable = new SchemaRegistryException(
                    "the registry's key store %s cannot be used (%s): name a PKCS12 file and its password"
                            .formatted(file, e.getMessage()));
            unusable.initCause(e);
            throw unusable;
        }
    }
}
