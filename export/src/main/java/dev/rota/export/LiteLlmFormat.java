package dev.rota.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.rota.domain.model.Facts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * LiteLLM's {@code config.yaml}. The model {@code rota/<rotation>} is a group with an order: newer versions of LiteLLM
 * go down that order by themselves, older ones only leave out deployments that cool down, so the fallbacks say it once
 * more.
 */
final class LiteLlmFormat implements ExportFormat {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final int COOLDOWN_SECONDS = 60;

    @Override
    public String name() {
        return "litellm";
    }

    @Override
    public String write(Selected selected) {
        String group = group(selected);
        StringWriter text = new StringWriter();
        text.write(Heading.of(selected, "Start: litellm --config FILE. Ask for the model \"" + group + "\"."));
        try (JsonGenerator out = YAML.createGenerator(text)) {
            out.writeStartObject();
            out.writeArrayFieldStart("model_list");
            for (Target target : selected.targets()) {
                deployment(out, group, target, true);
            }
            for (Target target : selected.targets()) {
                deployment(out, target.entry().model().toString(), target, false);
            }
            out.writeEndArray();
            router(out, group, selected.targets());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.append(text.getBuffer().charAt(text.getBuffer().length() - 1) == '\n' ? "" : "\n")
                .toString();
    }

    private static String group(Selected selected) {
        return "rota/" + selected.rotation().name();
    }

    /** One way to reach one model: as a member of the group, or under the model's own name. */
    private static void deployment(JsonGenerator out, String name, Target target, boolean ordered) throws IOException {
        out.writeStartObject();
        out.writeStringField("model_name", name);
        out.writeObjectFieldStart("litellm_params");
        out.writeStringField("model", target.litellmModel());
        if (!target.endpoint().openRouter()) {
            out.writeStringField("api_base", target.endpoint().url().toString());
        }
        // LiteLLM insists on a key where none is needed.
        out.writeStringField(
                "api_key",
                target.endpoint()
                        .keyVariable()
                        .map(variable -> "os.environ/" + variable)
                        .orElse("none"));
        if (ordered) {
            out.writeNumberField("order", target.order());
        }
        out.writeNumberField("timeout", target.timeoutSeconds());
        out.writeEndObject();
        info(out, (ordered ? name + "/" : "") + target.entry().model(), target);
        out.writeEndObject();
    }

    private static void info(JsonGenerator out, String id, Target target) throws IOException {
        out.writeObjectFieldStart("model_info");
        out.writeStringField("id", id);
        out.writeStringField("mode", "chat");
        Facts facts = target.facts();
        if (facts != null) {
            if (facts.contextLength() > 0) {
                out.writeNumberField("max_input_tokens", facts.contextLength());
            }
            if (facts.maxOutputTokens() != null) {
                out.writeNumberField("max_output_tokens", facts.maxOutputTokens());
            }
            price(out, "input_cost_per_token", facts.promptPricePerToken());
            price(out, "output_cost_per_token", facts.completionPricePerToken());
            out.writeBooleanField("supports_function_calling", target.tools());
            out.writeBooleanField("supports_vision", target.vision());
        }
        out.writeEndObject();
    }

    private static void price(JsonGenerator out, String field, @Nullable String price) throws IOException {
        BigDecimal value = Target.price(price);
        if (value != null) {
            out.writeNumberField(field, value.doubleValue());
        }
    }

    private static void router(JsonGenerator out, String group, List<Target> targets) throws IOException {
        out.writeObjectFieldStart("router_settings");
        out.writeBooleanField("enable_pre_call_checks", true);
        out.writeNumberField("num_retries", 0);
        out.writeNumberField("allowed_fails", 1);
        out.writeNumberField("cooldown_time", COOLDOWN_SECONDS);
        out.writeNumberField("max_fallbacks", 2 * targets.size());
        out.writeArrayFieldStart("fallbacks");
        if (targets.size() > 1) {
            fallbacks(out, group, targets.subList(1, targets.size()));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void fallbacks(JsonGenerator out, String group, List<Target> targets) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart(group);
        for (Target target : targets) {
            out.writeString(target.entry().model().toString());
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
