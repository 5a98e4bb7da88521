package dev.rota.provider.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.provider.judge.ToolUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes requests as the OpenAI-compatible API takes them. */
final class RequestJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int USUAL_SIZE = 512;

    private RequestJson() {}

    static byte[] write(ChatRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            request(json, request);
        } catch (IOException e) {
            throw new UncheckedIOException("memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    private static void request(JsonGenerator json, ChatRequest request) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", request.model());
        json.writeArrayFieldStart("messages");
        for (ChatMessage message : request.messages()) {
            message(json, message);
        }
        json.writeEndArray();
        if (!request.tools().isEmpty()) {
            tools(json, request.tools());
        }
        if (request.maxTokens() != null) {
            json.writeNumberField("max_tokens", request.maxTokens());
        }
        if (request.temperature() != null) {
            json.writeNumberField("temperature", request.temperature());
        }
        json.writeBooleanField("stream", request.stream());
        if (request.stream()) {
            json.writeObjectFieldStart("stream_options");
            json.writeBooleanField("include_usage", true);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void message(JsonGenerator json, ChatMessage message) throws IOException {
        json.writeStartObject();
        json.writeStringField("role", message.role());
        if (message.content().isEmpty() && !message.toolCalls().isEmpty()) {
            json.writeNullField("content");
        } else {
            json.writeStringField("content", message.content());
        }
        if (message.toolCallId() != null) {
            json.writeStringField("tool_call_id", message.toolCallId());
        }
        if (!message.toolCalls().isEmpty()) {
            json.writeArrayFieldStart("tool_calls");
            for (ToolUse call : message.toolCalls()) {
                call(json, call);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void call(JsonGenerator json, ToolUse call) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", call.id());
        json.writeStringField("type", "function");
        json.writeObjectFieldStart("function");
        json.writeStringField("name", call.name());
        json.writeStringField("arguments", call.arguments());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void tools(JsonGenerator json, List<ChatTool> tools) throws IOException {
        json.writeArrayFieldStart("tools");
        for (ChatTool tool : tools) {
            json.writeStartObject();
            json.writeStringField("type", "function");
            json.writeObjectFieldStart("function");
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parameters");
            json.writeTree(parameters(tool));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static JsonNode parameters(ChatTool tool) {
        try {
            return JSON.readTree(tool.parametersSchema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the parameters of tool " + tool.name() + " must be a JSON Schema, but are no JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
