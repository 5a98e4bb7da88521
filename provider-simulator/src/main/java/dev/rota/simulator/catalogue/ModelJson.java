package dev.rota.simulator.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a model as OpenRouter's list of 2026 does. */
final class ModelJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelJson() {}

    static ObjectNode of(ModelSheet sheet) {
        ObjectNode json = JSON.objectNode();
        json.put("id", sheet.id());
        json.put("canonical_slug", sheet.id().replaceFirst(":free$", ""));
        if (sheet.aliasOf() != null) {
            json.putObject("alias_target").put("slug", sheet.aliasOf());
        }
        json.putNull("hugging_face_id");
        json.put("name", sheet.name());
        json.put("created", sheet.created());
        json.put("description", sheet.name() + ", a model of the provider simulator. Nobody serves it.");
        json.put("context_length", sheet.contextLength());
        json.set("architecture", architecture(sheet));
        json.putObject("pricing").put("prompt", sheet.promptPrice()).put("completion", sheet.completionPrice());
        json.set("top_provider", topProvider(sheet));
        json.putNull("per_request_limits");
        json.set("supported_parameters", texts(sheet.supportedParameters()));
        json.putObject("default_parameters");
        json.putNull("knowledge_cutoff");
        json.put("expiration_date", sheet.expirationDate());
        json.putObject("links").put("details", "/api/v1/models/" + sheet.id() + "/endpoints");
        return json;
    }

    private static ObjectNode architecture(ModelSheet sheet) {
        ObjectNode json = JSON.objectNode();
        json.put(
                "modality",
                String.join("+", sheet.inputModalities()) + "->" + String.join("+", sheet.outputModalities()));
        json.set("input_modalities", texts(sheet.inputModalities()));
        json.set("output_modalities", texts(sheet.outputModalities()));
        json.put("tokenizer", "Other");
        json.putNull("instruct_type");
        return json;
    }

    private static ObjectNode topProvider(ModelSheet sheet) {
        ObjectNode json = JSON.objectNode();
        json.put("context_length", sheet.contextLength());
        json.put("max_completion_tokens", sheet.maxOutputTokens());
        json.put("is_moderated", false);
        return json;
    }

    private static ArrayNode texts(List<String> values) {
        ArrayNode json = JSON.arrayNode();
        values.forEach(json::add);
        return json;
    }
}
