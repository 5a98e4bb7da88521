package dev.rota.discovery.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.discovery.catalogue.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record's price list: {@code {"prompt": "0.0000002", "completion": "0", …, "overrides": [{…}]}}, in US dollars. An
 * override holds other prices, and the conditions under which they hold: long prompts, hours of the day. Routers write
 * {@code "-1"}: the price varies, so none is known.
 *
 * @param prompt for one token of the prompt; null if not known
 * @param completion for one token of the answer; null if not known
 * @param free whether both are known and no text price is anything but zero
 */
record Prices(@Nullable BigDecimal prompt, @Nullable BigDecimal completion, boolean free) {
    private static final int MAX_OVERRIDES = 64;

    static Prices of(JsonNode record, boolean freeWhereUnknown) throws FieldProblem {
        JsonNode pricing = record.path("pricing");
        if (Fields.missing(pricing)) {
            return new Prices(null, null, freeWhereUnknown);
        }
        if (!pricing.isObject()) {
            throw Fields.wrong("pricing", "must be an object", pricing);
        }
        List<BigDecimal> textPrices = new ArrayList<>();
        collect("pricing", pricing, pricing, textPrices);
        int index = 0;
        for (JsonNode override : overrides(pricing)) {
            collect("pricing.overrides[" + index++ + "]", override, pricing, textPrices);
        }
        BigDecimal prompt = price("pricing", pricing, "prompt");
        BigDecimal completion = price("pricing", pricing, "completion");
        boolean known = prompt != null && completion != null;
        return new Prices(unlessVarying(prompt), unlessVarying(completion), known && Price.free(textPrices));
    }

    private static JsonNode overrides(JsonNode pricing) throws FieldProblem {
        JsonNode overrides = pricing.path("overrides");
        if (!Fields.missing(overrides) && (!overrides.isArray() || overrides.size() > MAX_OVERRIDES)) {
            throw Fields.wrong("pricing.overrides", "must be a list of at most " + MAX_OVERRIDES, overrides);
        }
        return overrides;
    }

    /**
     * Adds the list's text prices. An override has conditions beside prices: its prices are what the base list names,
     * and what is known to be one.
     */
    private static void collect(String field, JsonNode list, JsonNode base, List<BigDecimal> into) throws FieldProblem {
        if (!list.isObject()) {
            throw Fields.wrong(field, "must be an object", list);
        }
        for (Map.Entry<String, JsonNode> entry : list.properties()) {
            String key = entry.getKey();
            boolean named = key.equals("prompt") || key.equals("completion");
            boolean scalar = entry.getValue().isTextual() || entry.getValue().isNumber();
            boolean price = base.has(key) || Price.TEXT_KEYS.contains(key);
            if (named || (scalar && price && !Price.OTHER_KEYS.contains(key))) {
                BigDecimal usd = price(field, list, key);
                if (usd != null) {
                    into.add(usd);
                }
            }
        }
    }

    private static @Nullable BigDecimal price(String field, JsonNode list, String key) throws FieldProblem {
        JsonNode node = list.path(key);
        if (Fields.missing(node)) {
            return null;
        }
        if (!node.isTextual() && !node.isNumber()) {
            throw Fields.wrong(field + "." + key, "must be a decimal number", node);
        }
        try {
            return Price.parse(node.asText());
        } catch (IllegalArgumentException e) {
            throw new FieldProblem(field + "." + key, "is refused: " + e.getMessage());
        }
    }

    private static @Nullable BigDecimal unlessVarying(@Nullable BigDecimal price) {
        return price == null || price.signum() < 0 ? null : price;
    }
}
