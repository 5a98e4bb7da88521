package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import java.io.IOException;

/** A request to test a model. */
final class ModelFoundJson {
    private ModelFoundJson() {}

    static void write(ModelFound found, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("probeId", found.probeId());
        Out.text(out, "model", found.model());
        Out.text(out, "trigger", found.trigger());
        out.writeStringField("suite", found.suite());
        Out.time(out, "foundAt", found.foundAt());
        out.writeFieldName("facts");
        FactsJson.write(found.facts(), out);
        out.writeEndObject();
    }

    static ModelFound read(Members in) {
        return new ModelFound(
                in.text("probeId"),
                in.model("model"),
                in.constant("trigger", Trigger.class),
                in.text("suite"),
                in.time("foundAt"),
                FactsJson.read(in.object("facts")));
    }
}
