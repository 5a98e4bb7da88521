package dev.rota.client.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as the WHATWG's HTML standard (9.2) describes them. Not thread-safe. */
final class SseReader {
    /** The longest event taken, in bytes: a snapshot of a thousand models is a third of it. */
    private static final int MAX_EVENT = 1 << 20;

    private final BufferedInputStream stream;
    private final Runnable onBytes;
    private boolean lineFeedMayFollow;

    /** @param onBytes run for every line, comments included: a sign of life */
    SseReader(InputStream stream, Runnable onBytes) {
        this.stream = new BufferedInputStream(stream);
        this.onBytes = onBytes;
    }

    /** The next event that has data; null at the end of the stream, where an unfinished event is lost. */
    @Nullable
    SseEvent next() throws IOException {
        String id = "";
        String type = "message";
        StringBuilder data = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            onBytes.run();
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return new SseEvent(id, type, data.substring(0, data.length() - 1));
                }
                continue;
            }
            String value = value(line);
            switch (line.substring(0, nameEnd(line))) {
                case "id" -> id = value;
                case "event" -> type = value;
                case "data" -> append(data, value);
                default -> {}
            }
        }
        return null;
    }

    private static void append(StringBuilder data, String value) throws IOException {
        if (data.length() + value.length() > MAX_EVENT) {
            throw new IOException("an event has more than " + MAX_EVENT + " characters");
        }
        data.append(value).append('\n');
    }

    private static int nameEnd(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line.length() : colon;
    }

    private static String value(String line) {
        int start = nameEnd(line) + 1;
        if (start >= line.length()) {
            return "";
        }
        return line.substring(line.charAt(start) == ' ' ? start + 1 : start);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            boolean skip = next == '\n' && lineFeedMayFollow;
            lineFeedMayFollow = next == '\r';
            if (skip) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() >= MAX_EVENT) {
                throw new IOException("a line has more than " + MAX_EVENT + " bytes");
            }
            line.write(next);
        }
        return null;
    }
}
