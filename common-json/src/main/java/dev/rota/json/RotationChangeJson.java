package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import java.io.IOException;

/** One change of a rotation. */
final class RotationChangeJson {
    private RotationChangeJson() {}

    static void write(RotationChange change, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", change.name());
        out.writeNumberField("revision", change.revision());
        Out.time(out, "at", change.at());
        Out.text(out, "kind", change.kind());
        Out.text(out, "model", change.model());
        Out.number(out, "fromPosition", change.fromPosition());
        Out.number(out, "toPosition", change.toPosition());
        out.writeStringField("reason", change.reason());
        out.writeEndObject();
    }

    static RotationChange read(Members in) {
        return new RotationChange(
                in.text("name"),
                in.wholeNumber("revision"),
                in.time("at"),
                in.constant("kind", ChangeKind.class),
                in.model("model"),
                in.optionalCount("fromPosition"),
                in.optionalCount("toPosition"),
                in.text("reason"));
    }
}
