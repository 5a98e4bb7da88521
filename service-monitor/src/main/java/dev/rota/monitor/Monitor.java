package dev.rota.monitor;

import dev.rota.runtime.lifecycle.Service;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Answers {@code /healthz}, {@code /readyz} and {@code /metrics}, if a port is configured. */
public final class Monitor implements Service {
    private static final int MAX_BODY = 1_024;
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final MonitorConfig config;
    private final PrometheusMeterRegistry meters;
    private final Readiness readiness;
    private @Nullable WebServer running;

    public Monitor(MonitorConfig config, PrometheusMeterRegistry meters, Readiness readiness) {
        this.config = config;
        this.meters = meters;
        this.readiness = readiness;
    }

    /**
     * Listens, if it is to.
     *
     * @throws IllegalStateException if the address cannot be had
     */
    @Override
    public synchronized void start() {
        if (config.port().isEmpty()) {
            return;
        }
        int port = config.port().getAsInt();
        refuseIfTaken(port);
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        WebServer starting = WebServer.builder()
                .address(config.bind())
                .port(port)
                .maxPayloadSize(MAX_BODY)
                .connectionOptions(socket -> socket.readTimeout(IDLE))
                .idleConnectionTimeout(IDLE)
                .shutdownGracePeriod(Duration.ofMillis(300))
                .shutdownHook(false)
                .routing(HttpRouting.builder()
                        .get("/healthz", this::live)
                        .get("/readyz", this::ready)
                        .get("/metrics", this::metrics))
                .build();
        starting.start();
        running = starting;
    }

    /** Where it listens; empty if it does not. */
    public synchronized OptionalInt port() {
        return running == null ? OptionalInt.empty() : OptionalInt.of(running.port());
    }

    private void live(ServerRequest request, ServerResponse response) {
        text(response, "up\n");
    }

    private void ready(ServerRequest request, ServerResponse response) {
        Optional<String> missing = readiness.missing();
        if (missing.isPresent()) {
            response.status(Status.SERVICE_UNAVAILABLE_503);
        }
        StringBuilder text =
                new StringBuilder(missing.map(what -> "not ready: " + what).orElse("ready")).append('\n');
        readiness
                .warnings()
                .forEach(warning -> text.append("warning: ").append(warning).append('\n'));
        text(response, text.toString());
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        if (config.token().isPresent() && !carries(request, config.token().get())) {
            response.status(Status.UNAUTHORIZED_401).header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
            text(response, "metrics need the monitor's token: Authorization: Bearer …\n");
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.send(meters.scrape());
    }

    /** Compared in constant time, so that answers do not tell how much of it was right. */
    private static boolean carries(ServerRequest request, String token) {
        String given = request.headers().first(HeaderNames.AUTHORIZATION).orElse("");
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static void text(ServerResponse response, String text) {
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.send(text);
    }

    // Helidon logs at length why it could not bind, and returns as if it could: ask before.
    private void refuseIfTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(config.bind(), port));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the monitor cannot listen on " + config.bind().getHostAddress() + ":" + port + ": "
                            + e.getMessage() + "; choose another monitor.port, 0 for any free one, or none",
                    e);
        }
    }

    @Override
    public synchronized void close() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }
}
