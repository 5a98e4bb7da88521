package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.model.Facts;
import java.io.IOException;
import java.util.Set;

/** What a catalogue says of a model. */
final class FactsJson {
    private FactsJson() {}

    static void write(Facts facts, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", facts.name());
        out.writeStringField("family", facts.family());
        out.writeNumberField("contextLength", facts.contextLength());
        Out.number(out, "maxOutputTokens", facts.maxOutputTokens());
        Out.texts(out, "inputModalities", facts.inputModalities());
        Out.texts(out, "outputModalities", facts.outputModalities());
        Out.texts(out, "supportedParameters", facts.supportedParameters());
        Out.text(out, "promptPricePerToken", facts.promptPricePerToken());
        Out.text(out, "completionPricePerToken", facts.completionPricePerToken());
        out.writeBooleanField("free", facts.free());
        Out.time(out, "createdAt", facts.createdAt());
        Out.time(out, "expiresAt", facts.expiresAt());
        out.writeEndObject();
    }

    static Facts read(Members in) {
        return new Facts(
                in.text("name"),
                in.text("family"),
                in.wholeNumber("contextLength"),
                in.optionalWholeNumber("maxOutputTokens"),
                Set.copyOf(in.texts("inputModalities")),
                Set.copyOf(in.texts("outputModalities")),
                Set.copyOf(in.texts("supportedParameters")),
                in.optionalText("promptPricePerToken"),
                in.optionalText("completionPricePerToken"),
                in.flag("free"),
                in.optionalTime("createdAt"),
                in.optionalTime("expiresAt"));
    }
}
