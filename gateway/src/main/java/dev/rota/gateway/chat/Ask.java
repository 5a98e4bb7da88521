package dev.rota.gateway.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** What a client asks. Only what Rota must know is looked at; everything else goes to the provider as it came. */
final class Ask {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fallbacks of the provider's own, which could be other models, and cost money. */
    private static final List<String> NOT_PASSED_ON = List.of("models", "route");

    private final ObjectNode body;
    private final String model;
    private final boolean stream;

    private Ask(ObjectNode body, String model, boolean stream) {
        this.body = body;
        this.model = model;
        this.stream = stream;
    }

    /**
     * Reads a body.
     *
     * @throws ChatError with the rule that it breaks
     */
    static Ask read(byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw ChatError.invalid("", "the body is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw ChatError.invalid("", "the body cannot be read");
        }
        if (!(root instanceof ObjectNode body)) {
            throw ChatError.invalid("", "the body must be a JSON object");
        }
        String model = body.path("model").asText("");
        if (!body.path("model").isTextual() || model.isBlank()) {
            throw ChatError.invalid("model", "model must name a rotation, such as rota/speed, or a model");
        }
        if (!body.path("messages").isArray() || body.path("messages").isEmpty()) {
            throw ChatError.invalid("messages", "messages must be an array with at least one message");
        }
        JsonNode stream = body.path("stream");
        if (!stream.isMissingNode() && !stream.isNull() && !stream.isBoolean()) {
            throw ChatError.invalid("stream", "stream must be true or false");
        }
        return new Ask(body, model.strip(), stream.asBoolean(false));
    }

    /** As the client wrote it. */
    String model() {
        return model;
    }

    boolean stream() {
        return stream;
    }

    /** Whether the client itself limited the answer's length, so that an answer cut short is what it asked for. */
    boolean limited() {
        return body.path("max_tokens").isNumber()
                || body.path("max_completion_tokens").isNumber();
    }

    /** The same for a provider. */
    byte[] as(String providerModel) {
        ObjectNode copy = JSON.createObjectNode();
        copy.put("model", providerModel);
        body.properties().forEach(member -> {
            if (!member.getKey().equals("model") && !NOT_PASSED_ON.contains(member.getKey())) {
                copy.set(member.getKey(), member.getValue());
            }
        });
        try {
            return JSON.writeValueAsBytes(copy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }
}
