package dev.rota.simulator.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * One model of the list.
 *
 * @param json its entry as it is served
 * @param free whether it costs nothing
 * @param tools whether it takes tools
 * @param contextLength tokens; 0 if the entry does not say
 */
public record CatalogueModel(String id, String json, boolean free, boolean tools, int contextLength) {

    static CatalogueModel of(JsonNode entry) {
        return new CatalogueModel(
                entry.path("id").asText(), entry.toString(), isFree(entry), takesTools(entry), contextLength(entry));
    }

    /** OpenAI-compatible lists tell no prices and no parameters: what is not told is not forbidden. */
    private static boolean isFree(JsonNode entry) {
        JsonNode pricing = entry.path("pricing");
        return isZero(pricing.path("prompt")) && isZero(pricing.path("completion"));
    }

    private static boolean isZero(JsonNode price) {
        try {
            return price.isMissingNode() || price.isNull() || new BigDecimal(price.asText()).signum() == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean takesTools(JsonNode entry) {
        JsonNode parameters = entry.path("supported_parameters");
        return !parameters.isArray()
                || parameters.valueStream().anyMatch(p -> p.asText().equals("tools"));
    }

    private static int contextLength(JsonNode entry) {
        return entry.path("context_length").asInt(0);
    }
}
