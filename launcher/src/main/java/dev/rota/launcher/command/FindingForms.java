package dev.rota.launcher.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.discovery.wanted.Finding;
import dev.rota.discovery.wanted.Suggestion;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.json.JsonForms;
import dev.rota.launcher.terminal.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a wanted id, for people and for programs. */
final class FindingForms {
    private static final JsonFactory JSON = new JsonFactory();

    private FindingForms() {}

    static List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        if (finding.exists()) {
            finding.exact().forEach(model -> lines.add(model.model() + " is in the catalogue: " + facts(model)));
            return lines;
        }
        if (finding.nearest().isEmpty()) {
            return List.of(finding.sentence());
        }
        lines.add(finding.wanted() + " is in no catalogue now; nearest:");
        Table table = new Table("  model", "what differs", ">context", "price");
        for (Suggestion suggestion : finding.nearest()) {
            ModelFacts model = suggestion.model();
            table.row("  " + model.model(), suggestion.reason(), context(model.facts()), price(model.facts()));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String facts(ModelFacts model) {
        Facts facts = model.facts();
        return price(facts)
                + (facts.contextLength() > 0 ? ", context " + context(facts) : "")
                + (facts.supports("tools") ? ", tools" : "")
                + (model.aliasOf() == null ? "" : ", another name of " + model.aliasOf())
                + (facts.expiresAt() == null ? "" : ", will be withdrawn on " + facts.expiresAt());
    }

    private static String context(Facts facts) {
        return facts.contextLength() == 0 ? "–" : String.format(Locale.ROOT, "%,d", facts.contextLength());
    }

    private static String price(Facts facts) {
        if (facts.free()) {
            return "free";
        }
        String prompt = facts.promptPricePerToken();
        String completion = facts.completionPricePerToken();
        return prompt == null || completion == null
                ? "price unknown"
                : "$" + perMillion(prompt) + " in, $" + perMillion(completion) + " out, a million tokens";
    }

    private static String perMillion(String perToken) {
        return new BigDecimal(perToken)
                .movePointRight(6)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** {@code {"wanted", "exists", "models": […], "nearest": [{"model", "reason", "facts": …}]}}. */
    static String json(Finding finding) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("wanted", finding.wanted());
            out.writeBooleanField("exists", finding.exists());
            out.writeArrayFieldStart("models");
            for (ModelFacts model : finding.exact()) {
                JsonForms.MODEL_FACTS.write(model, out);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("nearest");
            for (Suggestion suggestion : finding.nearest()) {
                out.writeStartObject();
                out.writeStringField("model", suggestion.model().model().toString());
                out.writeStringField("reason", suggestion.reason());
                out.writeFieldName("facts");
                JsonForms.MODEL_FACTS.write(suggestion.model(), out);
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
