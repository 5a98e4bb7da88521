package dev.rota.provider.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The usual frame of a chat's stream, whose one choice brings a piece of text or of reasoning or the end of both, read
 * without a tree: nearly all frames are such. Whatever holds more, or is damaged, is left to who reads trees.
 */
final class UsualFrame {
    private static final JsonFactory FACTORY = new JsonFactory();

    private @Nullable String content;
    private @Nullable String reasoning;
    private @Nullable String finishReason;
    private boolean details;

    private UsualFrame() {}

    /** Null if it is anything else. */
    static @Nullable UsualFrame read(byte[] bytes, int from, int to) {
        if (from >= to || bytes[from] != '{') {
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            UsualFrame frame = new UsualFrame();
            return frame.frame(parser) ? frame : null;
        } catch (IOException _) {
            return null;
        }
    }

    private boolean frame(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        boolean chosen = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "choices" -> {
                    if (chosen || value != JsonToken.START_ARRAY || !choice(parser)) {
                        return false;
                    }
                    chosen = true;
                }
                case "usage", "error" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        return false;
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return chosen && parser.nextToken() == null;
    }

    /** The array's only member. */
    private boolean choice(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        boolean said = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "delta" -> {
                    if (said || value != JsonToken.START_OBJECT || !delta(parser)) {
                        return false;
                    }
                    said = true;
                }
                case "finish_reason" -> {
                    if (finishReason != null || !textOrNull(value)) {
                        return false;
                    }
                    finishReason = parser.getValueAsString();
                }
                case "message", "text", "error" -> {
                    return false;
                }
                default -> parser.skipChildren();
            }
        }
        return said && parser.nextToken() == JsonToken.END_ARRAY;
    }

    private boolean delta(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "content" -> {
                    if (content != null || !textOrNull(value)) {
                        return false;
                    }
                    content = parser.getValueAsString();
                }
                case "reasoning", "reasoning_content", "thinking" -> {
                    if (reasoning != null || !textOrNull(value)) {
                        return false;
                    }
                    reasoning = parser.getValueAsString();
                }
                case "reasoning_details" -> {
                    // They say again what the reasoning does, where there is one.
                    details |= value != JsonToken.VALUE_NULL;
                    parser.skipChildren();
                }
                case "refusal", "tool_calls" -> {
                    if (value != JsonToken.VALUE_NULL) {
                        return false;
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return !details || (reasoning != null && !reasoning.isEmpty());
    }

    private static boolean textOrNull(JsonToken value) {
        return value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NULL;
    }

    /** A piece of the answer; empty if none. */
    String content() {
        return content == null ? "" : content;
    }

    /** A piece of reasoning; empty if none. */
    String reasoning() {
        return reasoning == null ? "" : reasoning;
    }

    /** Why the answer ends here; empty if it does not. */
    String finishReason() {
        return finishReason == null ? "" : finishReason;
    }
}
