package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.availability.AvailabilityEvent;
import dev.rota.domain.availability.AvailabilityKind;
import dev.rota.domain.model.ModelId;
import java.io.IOException;

/** One model that came, went, or will go. */
final class AvailabilityJson {
    private AvailabilityJson() {}

    static void write(AvailabilityEvent event, JsonGenerator out) throws IOException {
        out.writeStartObject();
        Out.time(out, "at", event.at());
        Out.text(out, "kind", event.kind());
        Out.text(out, "model", event.model());
        out.writeBooleanField("free", event.free());
        out.writeBooleanField("announced", event.announced());
        Out.texts(
                out,
                "replacements",
                event.replacements().stream().map(ModelId::toString).toList());
        out.writeEndObject();
    }

    static AvailabilityEvent read(Members in) {
        return new AvailabilityEvent(
                in.time("at"),
                in.constant("kind", AvailabilityKind.class),
                in.model("model"),
                in.flag("free"),
                in.flag("announced"),
                in.texts("replacements").stream().map(ModelId::parse).toList());
    }
}
