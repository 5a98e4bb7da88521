package dev.rota.provider.http;

import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads one response into a sink, tells the watch of signs of life, and keeps what is to be reported. */
final class BodyReader {
    private static final int BUFFER = 8 * 1024;

    /** After a complete answer: how long, and how much, to read so that the connection can be kept. */
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final int DRAIN_BYTES = 64 * 1024;

    private final Watch watch;
    private final HttpLimits limits;
    private final BodySink sink;
    private int status;
    private Headers headers = Headers.none();
    private boolean done;
    private long lastNanos;

    BodyReader(Watch watch, HttpLimits limits, BodySink sink) {
        this.watch = watch;
        this.limits = limits;
        this.sink = sink;
    }

    Ending read(ClassicHttpResponse response) throws IOException {
        headers = headers(response);
        status = response.getCode();
        sink.head(status, headers);
        @Nullable HttpEntity entity = response.getEntity();
        if (entity == null) {
            return Ending.COMPLETE;
        }
        return pump(decoded(entity.getContent()));
    }

    private InputStream decoded(InputStream body) throws IOException {
        return headers.says("Content-Encoding", "gzip") ? new GZIPInputStream(body, BUFFER) : body;
    }

    private Ending pump(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            long now = System.nanoTime();
            total += read;
            if (total > limits.maxBytes()) {
                return Ending.TOO_LARGE;
            }
            lastNanos = now;
            switch (sink.bytes(buffer, read, now)) {
                case WAITING -> {}
                case ALIVE -> watch.alive(now);
                case STOP -> {
                    return Ending.STOPPED;
                }
                case DONE -> {
                    done = true;
                    watch.draining(now, DRAIN_NANOS);
                    return drain(body, buffer);
                }
            }
        }
        return Ending.COMPLETE;
    }

    private static Ending drain(InputStream body, byte[] buffer) throws IOException {
        int total = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            total += read;
            if (total > DRAIN_BYTES) {
                return Ending.STOPPED;
            }
        }
        return Ending.COMPLETE;
    }

    private static Headers headers(ClassicHttpResponse response) {
        List<Headers.Header> all = new ArrayList<>();
        for (Header header : response.getHeaders()) {
            @Nullable String value = header.getValue();
            all.add(new Headers.Header(header.getName(), value == null ? "" : value));
        }
        return Headers.of(all);
    }

    boolean headSeen() {
        return status != 0;
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    /** What comes after a complete answer changes nothing. */
    Ending finished(Ending ending) {
        return done ? Ending.COMPLETE : ending;
    }

    /** When the answer was complete, else when the end was known. */
    long endNanos(long nowNanos) {
        return done ? lastNanos : nowNanos;
    }
}
