package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.model.ModelFacts;
import java.io.IOException;

/** A model as its catalogue last showed it. */
final class ModelFactsJson {
    private ModelFactsJson() {}

    static void write(ModelFacts model, JsonGenerator out) throws IOException {
        out.writeStartObject();
        Out.text(out, "model", model.model());
        out.writeFieldName("facts");
        FactsJson.write(model.facts(), out);
        Out.time(out, "firstSeenAt", model.firstSeenAt());
        Out.time(out, "changedAt", model.changedAt());
        Out.time(out, "retiredAt", model.retiredAt());
        Out.text(out, "aliasOf", model.aliasOf());
        out.writeEndObject();
    }

    static ModelFacts read(Members in) {
        return new ModelFacts(
                in.model("model"),
                FactsJson.read(in.object("facts")),
                in.time("firstSeenAt"),
                in.time("changedAt"),
                in.optionalTime("retiredAt"),
                in.optionalText("aliasOf"));
    }
}
