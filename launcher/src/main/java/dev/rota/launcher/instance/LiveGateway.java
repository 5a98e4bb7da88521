package dev.rota.launcher.instance;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/**
 * The gateway of a running instance. It has in memory what a command would otherwise start a Kafka client for, which
 * takes longer than all the rest of the command.
 */
public final class LiveGateway {
    private static final int CONNECT_MS = 500;
    private static final int READ_MS = 3_000;

    private final URI address;
    private final Optional<String> token;

    /**
     * Opens nothing yet.
     *
     * @param token what a gateway beyond loopback asks for
     */
    public LiveGateway(URI address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** What is at the path; empty if the gateway is not there, has not caught up, or has no such thing. */
    public Optional<byte[]> read(String path) {
        return get("/readyz").isPresent() ? get(path) : Optional.empty();
    }

    // HttpURLConnection: a tenth of the classes that the newer client loads.
    private Optional<byte[]> get(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MS);
            connection.setReadTimeout(READ_MS);
            token.ifPresent(bearer -> connection.setRequestProperty("Authorization", "Bearer " + bearer));
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (InputStream body = connection.getInputStream()) {
                return Optional.of(body.readAllBytes());
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
