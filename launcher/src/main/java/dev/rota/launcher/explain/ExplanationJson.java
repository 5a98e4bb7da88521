package dev.rota.launcher.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.json.JsonForms;
import dev.rota.ranking.explain.Explanation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model's explanations as one JSON object:
 *
 * <pre>
 * {"model":"…","standing":{…},"figures":["…"],
 *  "rotations":[{"rotation":"speed","position":2,"rank":2,"eligible":14,"order":"expectedTimeToSuccessMs",
 *                "value":1234.5,"keptOut":null,"reasons":["…"],"toMoveUp":["…"]}]}
 * </pre>
 */
public final class ExplanationJson {
    private ExplanationJson() {}

    /** @param standing null if nothing is known of the model */
    public static String write(ModelId model, @Nullable Standing standing, List<Explanation> explanations) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("model", model.toString());
            out.writeFieldName("standing");
            if (standing == null) {
                out.writeNull();
            } else {
                JsonForms.STANDING.write(standing, out);
            }
            texts(
                    out,
                    "figures",
                    explanations.isEmpty() ? List.of() : explanations.getFirst().figures());
            out.writeArrayFieldStart("rotations");
            for (Explanation explanation : explanations) {
                write(explanation, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    private static void write(Explanation explanation, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("rotation", explanation.rotation());
        number(out, "position", explanation.position());
        number(out, "rank", explanation.rank());
        out.writeNumberField("eligible", explanation.eligible());
        out.writeStringField("order", explanation.order());
        number(out, "value", explanation.value());
        out.writeStringField("keptOut", explanation.keptOut());
        texts(out, "reasons", explanation.reasons());
        texts(out, "toMoveUp", explanation.toMoveUp());
        out.writeEndObject();
    }

    private static void number(JsonGenerator out, String name, @Nullable Number value) throws IOException {
        switch (value) {
            case null -> out.writeNullField(name);
            case Integer whole -> out.writeNumberField(name, whole);
            default -> out.writeNumberField(name, value.doubleValue());
        }
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
