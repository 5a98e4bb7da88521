package dev.rota.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How answers are sent. */
public final class Replies {
    static final String JSON = "application/json";
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Writes the members of an object. */
    public interface Members {
        void write(JsonGenerator out) throws IOException;
    }

    private Replies() {}

    public static void json(ServerResponse response, String json) {
        text(response, JSON, json);
    }

    static void text(ServerResponse response, String mediaType, String text) {
        response.header(HeaderNames.CONTENT_TYPE, mediaType).send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code {"error":{"message","status","nearest"?}}}. */
    static void refuse(ServerResponse response, Refusal refusal) {
        response.status(Status.create(refusal.status()));
        json(response, object(out -> {
            out.writeObjectFieldStart("error");
            out.writeStringField("message", String.valueOf(refusal.getMessage()));
            out.writeNumberField("status", refusal.status());
            if (refusal.nearest() != null) {
                out.writeStringField("nearest", refusal.nearest());
            }
            out.writeEndObject();
        }));
    }

    public static String object(Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartObject();
            members.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
