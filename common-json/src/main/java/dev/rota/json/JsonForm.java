package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How one kind of value looks in JSON. Immutable and thread-safe.
 *
 * @param <V> the value
 */
public final class JsonForm<V> {
    /** Writes a value at the generator's place. */
    interface Writer<V> {
        void write(V value, JsonGenerator out) throws IOException;
    }

    /** Makes a value from the members of an object. */
    interface Reader<V> {
        V read(Members members);
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private final Writer<V> writer;
    private final Reader<V> reader;

    JsonForm(Writer<V> writer, Reader<V> reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** The value on one line. */
    public String write(V value) {
        return written(out -> writer.write(value, out));
    }

    /** An array of values on one line. */
    public String writeAll(Collection<? extends V> values) {
        return written(out -> {
            out.writeStartArray();
            for (V value : values) {
                writer.write(value, out);
            }
            out.writeEndArray();
        });
    }

    /** The value as part of something larger. */
    public void write(V value, JsonGenerator out) throws IOException {
        writer.write(value, out);
    }

    /**
     * Reads an object.
     *
     * @throws JsonException if it is not JSON, or lacks a field, or has a value that breaks a rule
     */
    public V read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The same, from UTF-8. */
    public V read(byte[] json) {
        return read(json, 0, json.length);
    }

    /** The same, from a part of a buffer. */
    public V read(byte[] buffer, int offset, int length) {
        return of(MembersParser.parse(buffer, offset, length));
    }

    /**
     * For reading a buffer line by line, an object each.
     *
     * @param end where the last line ends
     */
    public JsonLines<V> lines(byte[] buffer, int end) {
        return new JsonLines<>(this, buffer, end);
    }

    V of(Members members) {
        try {
            return reader.read(members);
        } catch (JsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new JsonException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Reads an array of objects, as {@link #writeAll} writes it. */
    public List<V> readAll(byte[] json) {
        List<V> values = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < json.length; i++) {
            byte at = json[i];
            if (quoted) {
                // What follows a backslash ends no string.
                i += at == '\\' ? 1 : 0;
                quoted = at != '"';
            } else if (at == '"') {
                quoted = true;
            } else if (at == '{' && depth++ == 0) {
                start = i;
            } else if (at == '}' && --depth == 0) {
                values.add(read(json, start, i + 1 - start));
            }
        }
        if (depth != 0 || quoted) {
            throw new JsonException("the array ends within an object");
        }
        return values;
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = MembersParser.FACTORY.createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
