package dev.rota.client.http;

import dev.rota.client.Backoff;
import dev.rota.client.RotationFeed;
import dev.rota.client.RotationSink;
import dev.rota.domain.rotation.Rotation;
import dev.rota.json.JsonException;
import dev.rota.json.JsonForms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One rotation as a gateway streams it. A lost connection is made again, the last revision named, so that only what was
 * missed comes.
 */
public final class HttpFeed implements RotationFeed {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration HEAD = Duration.ofSeconds(15);

    private final HttpFeedConfig config;
    private final Backoff backoff;
    private final HttpClient client;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable RotationSink sink;
    private @Nullable Rotation newest;
    private int failures;

    /**
     * @param gateway the gateway's address, such as {@code http://127.0.0.1:8080}
     * @param rotation the rotation's name, such as {@code speed}
     */
    public HttpFeed(URI gateway, String rotation) {
        this(HttpFeedConfig.of(gateway, rotation));
    }

    public HttpFeed(HttpFeedConfig config) {
        this.config = config;
        this.backoff = config.backoff();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        this.thread = Thread.ofVirtual().name("rota-feed-" + config.rotation()).unstarted(this::run);
    }

    @Override
    public void start(RotationSink to) {
        sink = to;
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        client.shutdownNow();
    }

    private void run() {
        RotationSink to = java.util.Objects.requireNonNull(sink);
        while (!closed) {
            try {
                follow(to);
                lost(to, "the gateway at " + config.gateway() + " ended the stream");
            } catch (IOException | JsonException e) {
                lost(to, "the gateway at " + config.gateway() + " cannot be followed: " + e.getMessage());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void lost(RotationSink to, String problem) {
        if (closed) {
            return;
        }
        to.lost(problem);
        failures++;
        try {
            Thread.sleep(backoff.after(failures, ThreadLocalRandom.current()));
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private void follow(RotationSink to) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body();
                IdleWatch watch = IdleWatch.start(config.idle(), body)) {
            if (response.statusCode() != 200) {
                throw new IOException("HTTP " + response.statusCode() + " "
                        + new String(body.readNBytes(500), java.nio.charset.StandardCharsets.UTF_8));
            }
            SseReader events = new SseReader(body, () -> {
                watch.alive();
                failures = 0;
                to.heard();
            });
            for (SseEvent event = events.next(); event != null; event = events.next()) {
                deliver(event, to);
            }
        }
    }

    private HttpRequest request() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(config.stream()).timeout(HEAD).header("Accept", "text/event-stream");
        config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        Rotation last = newest;
        if (last != null) {
            request.header("Last-Event-ID", Long.toString(last.revision()));
        }
        return request.build();
    }

    private void deliver(SseEvent event, RotationSink to) {
        if (!event.type().equals("rotation")) {
            return;
        }
        Rotation rotation = JsonForms.ROTATION.read(event.data());
        if (newer(rotation)) {
            newest = rotation;
            to.rotation(rotation);
        }
    }

    // A reconnection may reach a gateway that lags. A lower revision with later evidence is a history begun anew.
    private boolean newer(Rotation rotation) {
        Rotation last = newest;
        return last == null
                || rotation.revision() > last.revision()
                || rotation.computedAt().isAfter(last.computedAt());
    }
}
