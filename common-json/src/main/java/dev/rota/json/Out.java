package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes fields that may be absent, and arrays. */
final class Out {
    private Out() {}

    static void text(JsonGenerator out, String name, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }

    static void time(JsonGenerator out, String name, @Nullable Instant value) throws IOException {
        text(out, name, value);
    }

    static void number(JsonGenerator out, String name, @Nullable Long value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.longValue());
        }
    }

    static void number(JsonGenerator out, String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.intValue());
        }
    }

    static void number(JsonGenerator out, String name, @Nullable Double value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value.doubleValue());
        }
    }

    static void texts(JsonGenerator out, String name, Collection<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    static <V> void objects(JsonGenerator out, String name, Collection<V> values, JsonForm.Writer<V> writer)
            throws IOException {
        out.writeArrayFieldStart(name);
        for (V value : values) {
            writer.write(value, out);
        }
        out.writeEndArray();
    }
}
