package dev.rota.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses one JSON object, whole and alone, within bounds that no honest value reaches. */
final class MembersParser {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .build())
            .build();

    private MembersParser() {}

    static Members parse(byte[] buffer, int offset, int length) {
        Content content = new Content(buffer, offset, length);
        try (JsonParser parser = FACTORY.createParser(buffer, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException("is not a JSON object, which begins with {");
            }
            Members members = object(parser, "", content);
            if (parser.nextToken() != null) {
                throw new JsonException("has more after the JSON object's end");
            }
            return members;
        } catch (JsonProcessingException e) {
            throw new JsonException("is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /** The rest of an object, after its first token. */
    static Members object(JsonParser parser, String path, Content content) throws IOException {
        Members members = new Members(path, content);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            members.add(name, value(parser, token, path, name, content));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token, String path, String name, Content content)
            throws IOException {
        return switch (token) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser, path + name + ".", content);
            case START_ARRAY -> array(parser, path, name, content);
            default -> null;
        };
    }

    private static List<Object> array(JsonParser parser, String path, String name, Content content) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Object item = value(parser, token, path, name + "[" + items.size() + "]", content);
            if (item == null) {
                throw new JsonException(path + name + "[" + items.size() + "] must not be null");
            }
            items.add(item);
        }
        return items;
    }
}
