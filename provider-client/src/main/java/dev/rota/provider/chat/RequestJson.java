package dev.rota.provider.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rota.provider.judge.ToolUse;
import java.util.List;

/** Writes requests as the OpenAI-compatible API takes them. */
final class RequestJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestJson() {}

    static byte[] write(ChatRequest request) {
        ObjectNode root = JSON.createObjectNode().put("model", request.model());
        ArrayNode messages = root.putArray("messages");
        request.messages().forEach(message -> message(messages.addObject(), message));
        if (!request.tools().isEmpty()) {
            tools(root.putArray("tools"), request.tools());
        }
        if (request.maxTokens() != null) {
            root.put("max_tokens", request.maxTokens());
        }
        if (request.temperature() != null) {
            root.put("temperature", request.temperature());
        }
        root.put("stream", request.stream());
        if (request.stream()) {
            root.putObject("stream_options").put("include_usage", true);
        }
        return bytes(root);
    }

    private static void message(ObjectNode node, ChatMessage message) {
        node.put("role", message.role());
        if (message.content().isEmpty() && !message.toolCalls().isEmpty()) {
            node.putNull("content");
        } else {
            node.put("content", message.content());
        }
        if (message.toolCallId() != null) {
            node.put("tool_call_id", message.toolCallId());
        }
        if (!message.toolCalls().isEmpty()) {
            ArrayNode calls = node.putArray("tool_calls");
            message.toolCalls().forEach(call -> call(calls.addObject(), call));
        }
    }

    private static void call(ObjectNode node, ToolUse call) {
        node.put("id", call.id()).put("type", "function");
        node.putObject("function").put("name", call.name()).put("arguments", call.arguments());
    }

    private static void tools(ArrayNode array, List<ChatTool> tools) {
        for (ChatTool tool : tools) {
            ObjectNode function = array.addObject().put("type", "function").putObject("function");
            function.put("name", tool.name()).put("description", tool.description());
            try {
                function.set("parameters", JSON.readTree(tool.parametersSchema()));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "the parameters of tool " + tool.name() + " must be a JSON Schema, but are no JSON: "
                                + e.getOriginalMessage(),
                        e);
            }
        }
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values could not be written", e);
        }
    }
}
