package dev.rota.gateway;

import dev.rota.gateway.http.BodyLimit;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the gateway listens and what it bears.
 *
 * @param bind {@code gateway.bind}: the address to listen on. Default 127.0.0.1; any address but a loopback one needs a
 *     token
 * @param port {@code gateway.port}: 0 to 65535, 0 for any free one. Default 8080
 * @param token what callers must send as {@code Authorization: Bearer}; from the variable that
 *     {@code gateway.tokenVariable} names, default {@code ROTA_GATEWAY_TOKEN}. Empty: none is asked for
 * @param maxStreams {@code gateway.maxStreams}: subscribers at once, 1 to 100,000; more are told to come back. Default
 *     5,000; each holds a connection and some 32 KB
 * @param heartbeat {@code gateway.heartbeat}: how often a silent stream gets a comment, 1 s to 5 min. Default 15 s;
 *     less finds dead connections sooner
 * @param slowClient {@code gateway.slowClient}: how long one write may take before its client is cut, 1 s to 5 min.
 *     Default 10 s
 * @param maxBody {@code gateway.maxBody}: the largest request body in bytes, 1 KB to 100 MB. Default 10 MB; more is
 *     read on and thrown away for a while, so that the sender reads why it is refused
 */
public record GatewayConfig(
        InetAddress bind,
        int port,
        Optional<String> token,
        int maxStreams,
        Duration heartbeat,
        Duration slowClient,
        int maxBody) {

    /** The section of the settings. */
    public static final String SECTION = "gateway";

    /** The variable that holds the token unless {@code gateway.tokenVariable} names another. */
    public static final String TOKEN_VARIABLE = "ROTA_GATEWAY_TOKEN";

    private static final int SHORTEST_TOKEN = 16;

    public GatewayConfig {
        if (token.isEmpty() && !bind.isLoopbackAddress()) {
            throw new IllegalArgumentException("a gateway that others can reach needs a token: set " + TOKEN_VARIABLE
                    + ", or bind a loopback address, not " + bind.getHostAddress());
        }
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "the gateway's token must have at least " + SHORTEST_TOKEN + " characters");
        }
    }

    /** The defaults, on a port. */
    public static GatewayConfig onLoopback(int port) {
        return new GatewayConfig(
                InetAddress.ofLiteral("127.0.0.1"),
                port,
                Optional.empty(),
                5_000,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                10_000_000);
    }

    public static GatewayConfig read(Settings settings, SecretSource secrets) {
        GatewayConfig fallback = onLoopback(8080);
        InetAddress bind = settings.read("gateway.bind", fallback.bind, GatewayConfig::address);
        int port = settings.integer("gateway.port", fallback.port, 0, 65_535);
        Optional<String> token = secrets.find(settings.text("gateway.tokenVariable", TOKEN_VARIABLE));
        int streams = settings.integer("gateway.maxStreams", fallback.maxStreams, 1, 100_000);
        Duration heartbeat = settings.duration(
                "gateway.heartbeat", fallback.heartbeat, Duration.ofSeconds(1), Duration.ofMinutes(5));
        Duration slow = settings.duration(
                "gateway.slowClient", fallback.slowClient, Duration.ofSeconds(1), Duration.ofMinutes(5));
        int body = settings.integer("gateway.maxBody", fallback.maxBody, 1_000, 100_000_000);
        try {
            return new GatewayConfig(bind, port, token, streams, heartbeat, slow, body);
        } catch (IllegalArgumentException e) {
            settings.problem("gateway.bind", bind.getHostAddress(), String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    /** What a request's body may be. */
    public BodyLimit bodyLimit() {
        return new BodyLimit(maxBody);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.trim());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must be an address of this machine", e);
        }
    }

    @Override
    public String toString() {
        return "GatewayConfig[bind=" + bind.getHostAddress() + ", port=" + port + ", token="
                + (token.isPresent() ? "****" : "none") + ", maxStreams=" + maxStreams + "]";
    }
}
