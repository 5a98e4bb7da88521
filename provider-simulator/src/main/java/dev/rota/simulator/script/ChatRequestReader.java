package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a chat completion. What is wrong is an IllegalArgumentException with the provider's words. */
public final class ChatRequestReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChatRequestReader() {}

    public static ChatRequest read(byte[] body) {
        JsonNode root = parse(body);
        String model = root.path("model").asText("");
        if (model.isEmpty()) {
            throw new IllegalArgumentException("No models provided");
        }
        JsonNode messages = root.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw new IllegalArgumentException("Input required: specify \"prompt\" or \"messages\"");
        }
        return new ChatRequest(
                model,
                root.path("stream").asBoolean(false),
                lastUserText(messages),
                messages.get(messages.size() - 1).path("role").asText("").equals("tool"),
                tools(root.path("tools")),
                toolChoice(root.path("tool_choice")),
                maxTokens(root),
                promptTokens(messages));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Invalid JSON in the request body", e);
        }
        throw new IllegalArgumentException("The request body must be a JSON object");
    }

    private static String lastUserText(JsonNode messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).path("role").asText("").equals("user")) {
                return text(messages.get(i).path("content"));
            }
        }
        return "";
    }

    /** Text, or the text parts of a list of parts. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.asText("");
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asText("")));
        return text.toString();
    }

    private static List<ChatRequest.Tool> tools(JsonNode tools) {
        List<ChatRequest.Tool> read = new ArrayList<>();
        for (JsonNode tool : tools) {
            JsonNode function = tool.path("function");
            read.add(new ChatRequest.Tool(function.path("name").asText("?"), function.path("parameters")));
        }
        return read;
    }

    private static String toolChoice(JsonNode choice) {
        if (choice instanceof MissingNode || choice.isNull()) {
            return "auto";
        }
        return choice.isTextual()
                ? choice.asText()
                : choice.path("function").path("name").asText("required");
    }

    private static @Nullable Integer maxTokens(JsonNode root) {
        for (String key : List.of("max_completion_tokens", "max_tokens")) {
            if (root.path(key).canConvertToInt()) {
                return root.path(key).asInt();
            }
        }
        return null;
    }

    private static int promptTokens(JsonNode messages) {
        int tokens = 0;
        for (JsonNode message : messages) {
            tokens += 4 + Tokens.count(text(message.path("content")));
        }
        return tokens;
    }
}
