package dev.rota.gateway.http;

import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.GatewayException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The listening socket, with limits on all that comes in. */
public final class Server implements AutoCloseable {
    private static final int BACKLOG = 2_048;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_PROLOGUE = 4 * 1024;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final GatewayConfig config;
    private final HttpRouting.Builder routing;
    private @Nullable WebServer running;

    public Server(GatewayConfig config, HttpRouting.Builder routing) {
        this.config = config;
        this.routing = routing;
    }

    /**
     * Listens.
     *
     * @throws GatewayException if the address cannot be had
     */
    public synchronized void start() {
        refuseIfTaken();
        WebServer starting = WebServer.builder()
                .address(config.bind())
                .port(config.port())
                .backlog(BACKLOG)
                .maxPayloadSize(config.bodyLimit().hardLimit())
                .connectionOptions(socket -> socket.tcpNoDelay(true).readTimeout(IDLE))
                .idleConnectionTimeout(IDLE)
                .shutdownGracePeriod(Duration.ofMillis(300))
                .shutdownHook(false)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(MAX_HEADERS)
                        .maxPrologueLength(MAX_PROLOGUE)
                        .build())
                .routing(routing)
                .build();
        starting.start();
        if (!starting.isRunning()) {
            throw cannotListen("it was taken a moment ago");
        }
        running = starting;
    }

    /** Where it listens, as a client on this machine writes it. Only after {@link #start}. */
    public synchronized URI address() {
        WebServer server = running;
        if (server == null) {
            throw new IllegalStateException("the gateway is not started");
        }
        String host =
                config.bind().isAnyLocalAddress() ? "127.0.0.1" : config.bind().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    // Helidon logs at length why it could not bind, and returns as if it could: ask before.
    private void refuseIfTaken() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(config.bind(), config.port()));
        } catch (IOException e) {
            throw cannotListen(String.valueOf(e.getMessage()));
        }
    }

    private GatewayException cannotListen(String reason) {
        return new GatewayException(
                "the gateway cannot listen on " + config.bind().getHostAddress() + ":" + config.port() + ": " + reason
                        + "; choose another with --port, or 0 for any free one");
    }
}
