package dev.rota.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes fields; what is absent is left out. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** Writes members or a value. */
    @FunctionalInterface
    interface Part {
        void write(Json json) throws IOException;
    }

    /** Writes one item of a list. */
    @FunctionalInterface
    interface Item<T extends @Nullable Object> {
        void write(Json json, T item) throws IOException;
    }

    /** An object as one line. */
    static String object(Part members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            members.write(new Json(out));
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    Json field(String name, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> {}
            case Boolean flag -> out.writeBooleanField(name, flag);
            case Integer number -> out.writeNumberField(name, number.intValue());
            case Long number -> out.writeNumberField(name, number.longValue());
            case Double number -> out.writeNumberField(name, number.doubleValue());
            default -> out.writeStringField(name, value.toString());
        }
        return this;
    }

    Json object(String name, Part members) throws IOException {
        out.writeObjectFieldStart(name);
        members.write(this);
        out.writeEndObject();
        return this;
    }

    Json texts(String name, Iterable<?> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (Object value : values) {
            out.writeString(value.toString());
        }
        out.writeEndArray();
        return this;
    }

    /** A list of objects. */
    <T> Json objects(String name, List<T> items, Item<T> item) throws IOException {
        out.writeArrayFieldStart(name);
        for (T each : items) {
            out.writeStartObject();
            item.write(this, each);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    /** A list of numbers, null where there is none. */
    Json numbers(String name, List<@Nullable Double> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (Double value : values) {
            if (value == null) {
                out.writeNull();
            } else {
                out.writeNumber(value.doubleValue());
            }
        }
        out.writeEndArray();
        return this;
    }
}
