package dev.rota.gateway.http;

import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.stream.RotationStreams;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** One rotation as it changes: the newest snapshot, or what was missed since {@code Last-Event-ID}, and on. */
final class StreamRoute implements Handler {
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final String COME_BACK_SECONDS = "10";

    private final RotationRoutes rotations;
    private final RotationStreams streams;

    StreamRoute(RotationRoutes rotations, RotationStreams streams) {
        this.rotations = rotations;
        this.streams = streams;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Rotation rotation = rotations.asked(request);
        OptionalLong last = lastRevision(request);
        if (!streams.take()) {
            response.header(HeaderNames.RETRY_AFTER, COME_BACK_SECONDS);
            throw Refusal.of(503, "as many subscribers as this gateway bears are here already; come back later");
        }
        try {
            response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
            // Proxies such as nginx would hold events back.
            response.header("X-Accel-Buffering", "no");
            send(rotation.name(), last, response);
        } finally {
            streams.giveBack();
        }
    }

    private void send(String rotation, OptionalLong last, ServerResponse response) {
        try (OutputStream out = response.sink(RawBody.TYPE)) {
            streams.send(rotation, last, out);
        } catch (IOException e) {
            throw new CloseConnectionException("the subscriber is gone", e);
        }
    }

    private static OptionalLong lastRevision(ServerRequest request) {
        String id = request.headers().first(LAST_EVENT_ID).orElse("").trim();
        // What is no revision of ours is no reason to refuse: the newest snapshot serves everyone.
        boolean number = !id.isEmpty() && id.length() < 19 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
    }
}
