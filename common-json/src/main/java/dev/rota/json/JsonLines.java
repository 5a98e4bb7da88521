package dev.rota.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a buffer, an object each, with one parser for all of them: to make a parser costs as much as to
 * read half a line. For one thread.
 *
 * @param <V> the values
 */
public final class JsonLines<V> implements AutoCloseable {
    private final JsonForm<V> form;
    private final byte[] buffer;
    private final int end;

    /** Stands after the line that was read last; null where a new one is to be made. */
    private @Nullable JsonParser parser;

    /** Where the parser began. */
    private int base;

    JsonLines(JsonForm<V> form, byte[] buffer, int end) {
        this.form = form;
        this.buffer = buffer;
        this.end = end;
    }

    /**
     * Reads a line. Lines are to be asked for in their order, leaving out none but blank ones.
     *
     * @param from where it begins
     * @param to where its line feed is, or the buffer's end
     * @throws JsonException as {@link JsonForm#read}
     */
    public V read(int from, int to) {
        Members members = next(from, to);
        // What is no object alone on its line is told so by a parser that sees only the line.
        return members == null ? form.read(buffer, from, to - from) : form.of(members);
    }

    private @Nullable Members next(int from, int to) {
        Members members = null;
        try {
            JsonParser current = parser;
            if (current == null) {
                current = MembersParser.FACTORY.createParser(buffer, from, end - from);
                parser = current;
                base = from;
            }
            if (current.nextToken() == JsonToken.START_OBJECT) {
                Members read = MembersParser.object(current, "", new Content(buffer, from, to - from));
                int after = base + (int) current.currentLocation().getByteOffset();
                members = blank(after, to) ? read : null;
            }
        } catch (JsonException | IOException _) {
            members = null;
        }
        if (members == null) {
            close();
        }
        return members;
    }

    /** Whether there is nothing but white space; false if {@code from} is beyond {@code to}. */
    public boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] > ' ' || buffer[i] < 0) {
                return false;
            }
        }
        return from <= to;
    }

    @Override
    public void close() {
        JsonParser open = parser;
        parser = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory failed", e);
            }
        }
    }
}
