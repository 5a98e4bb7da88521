package dev.rota.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Frames of a chat's event stream. */
final class Frames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private Frames() {}

    /** Whether a line is an error, or says that one follows. */
    static boolean isError(String line) {
        String text = line.strip();
        if (text.startsWith("event:")) {
            return text.substring("event:".length()).strip().equals("error");
        }
        if (!text.contains("error")) {
            return false;
        }
        try {
            JsonNode frame = JSON.readTree(text.startsWith(DATA) ? text.substring(DATA.length()) : text);
            return frame != null
                    && (frame.hasNonNull("error")
                            || frame.path("choices").path(0).hasNonNull("error"));
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /** An answer in one piece, as a stream of one frame: for a provider that does not stream though asked to. */
    static byte[] ofWhole(byte[] body) {
        try {
            if (!(JSON.readTree(body) instanceof ObjectNode completion)) {
                return new byte[0];
            }
            completion.put("object", "chat.completion.chunk");
            for (JsonNode choice : completion.path("choices")) {
                if (choice instanceof ObjectNode object && object.get("message") instanceof ObjectNode message) {
                    object.remove("message");
                    number(message.path("tool_calls"));
                    object.set("delta", message);
                }
            }
            return (DATA + " " + JSON.writeValueAsString(completion) + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("what was judged to be an answer is JSON", e);
        }
    }

    /** In a stream, calls of tools are told apart by an index. */
    private static void number(JsonNode calls) {
        int index = 0;
        for (JsonNode call : calls) {
            if (call instanceof ObjectNode object) {
                object.put("index", index++);
            }
        }
    }
}
