package dev.rota.export;

import dev.rota.domain.model.Facts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OpenHands' {@code config.toml}: the primary as {@code [llm]}, the others as named groups {@code [llm.rota-2]} and so
 * on, to be chosen by an agent's {@code llm_config} or {@code --llm-config}.
 */
final class OpenHandsFormat implements ExportFormat {
    @Override
    public String name() {
        return "openhands";
    }

    @Override
    public String write(Selected selected) {
        StringBuilder text = new StringBuilder(Heading.of(
                selected,
                "OpenHands takes a key from LLM_API_KEY, and one for OpenRouter from OPENROUTER_API_KEY too.",
                "[llm] is the primary; choose a fallback with --llm-config rota-2, or llm_config in [agent]."));
        for (Target target : selected.targets()) {
            group(text, target);
        }
        return text.toString();
    }

    @Override
    public List<String> notes(Selected selected) {
        Target primary = selected.targets().getFirst();
        return primary.endpoint()
                .keyVariable()
                .filter(variable -> !variable.equals(Endpoint.OPENROUTER_KEY))
                .map(variable -> List.of("start OpenHands with LLM_API_KEY=\"$" + variable + "\""))
                .orElse(List.of());
    }

    private static void group(StringBuilder text, Target target) {
        text.append('\n')
                .append(target.order() == 1 ? "[llm]" : "[llm.rota-" + target.order() + "]")
                .append('\n');
        field(text, "model", quoted(target.litellmModel()));
        if (!target.endpoint().openRouter()) {
            field(text, "base_url", quoted(target.endpoint().url().toString()));
        }
        field(text, "timeout", Integer.toString(target.timeoutSeconds()));
        // Waiting out a busy free model is for a fallback; OpenHands' own 8 retries wait up to two minutes each.
        field(text, "num_retries", "3");
        field(text, "retry_min_wait", "5");
        field(text, "retry_max_wait", "60");
        Facts facts = target.facts();
        if (facts != null) {
            if (facts.contextLength() > 0) {
                field(text, "max_input_tokens", Long.toString(facts.contextLength()));
            }
            if (facts.maxOutputTokens() != null) {
                field(text, "max_output_tokens", Long.toString(facts.maxOutputTokens()));
            }
            price(text, "input_cost_per_token", facts.promptPricePerToken());
            price(text, "output_cost_per_token", facts.completionPricePerToken());
            field(text, "native_tool_calling", Boolean.toString(target.tools()));
            field(text, "disable_vision", Boolean.toString(!target.vision()));
        }
    }

    private static void price(StringBuilder text, String name, @Nullable String price) {
        BigDecimal value = Target.price(price);
        if (value != null) {
            String plain = value.toPlainString();
            field(text, name, plain.contains(".") ? plain : plain + ".0");
        }
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append(name).append(" = ").append(value).append('\n');
    }

    /** A basic string of TOML 1.0: quotes, backslashes and control characters escaped. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                text.append('\\').appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04X", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append('"').toString();
    }
}
