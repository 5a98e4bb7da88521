package dev.rota.simulator.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Arguments that fit a tool's JSON schema, for tools that no known answer speaks of. */
final class ToolArguments {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ToolArguments() {}

    static String fitting(JsonNode schema) {
        return value(schema).toString();
    }

    private static JsonNode value(JsonNode schema) {
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> JSON.textNode("example");
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(value(schema.path("items")));
            default -> object(schema);
        };
    }

    /** Only what is required. */
    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(name.asText(), value(schema.path("properties").path(name.asText())));
        }
        return object;
    }
}
