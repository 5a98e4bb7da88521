package dev.rota.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import java.io.IOException;

/** A full snapshot of a rotation. */
final class RotationJson {
    private RotationJson() {}

    static void write(Rotation rotation, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", rotation.name());
        out.writeNumberField("revision", rotation.revision());
        Out.time(out, "computedAt", rotation.computedAt());
        out.writeStringField("policy", rotation.policy());
        Out.objects(out, "entries", rotation.entries(), RotationJson::writeEntry);
        Out.time(out, "staleSince", rotation.staleSince());
        Out.text(out, "note", rotation.note());
        out.writeEndObject();
    }

    private static void writeEntry(RotationEntry entry, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("position", entry.position());
        Out.text(out, "model", entry.model());
        Out.text(out, "tier", entry.tier());
        out.writeNumberField("expectedTimeToSuccessMs", entry.expectedTimeToSuccessMs());
        out.writeNumberField("successRate", entry.successRate());
        out.writeNumberField("latencyP50Ms", entry.latencyP50Ms());
        out.writeNumberField("latencyP95Ms", entry.latencyP95Ms());
        Out.number(out, "firstTokenP50Ms", entry.firstTokenP50Ms());
        Out.number(out, "quality", entry.quality());
        out.writeNumberField("observations", entry.observations());
        Out.time(out, "lastResultAt", entry.lastResultAt());
        out.writeEndObject();
    }

    static Rotation read(Members in) {
        return new Rotation(
                in.text("name"),
                in.wholeNumber("revision"),
                in.time("computedAt"),
                in.text("policy"),
                in.objects("entries", RotationJson::entry),
                in.optionalTime("staleSince"),
                in.optionalText("note"));
    }

    private static RotationEntry entry(Members in) {
        return new RotationEntry(
                in.count("position"),
                in.model("model"),
                in.constant("tier", Tier.class),
                in.number("expectedTimeToSuccessMs"),
                in.number("successRate"),
                in.number("latencyP50Ms"),
                in.number("latencyP95Ms"),
                in.optionalNumber("firstTokenP50Ms"),
                in.optionalNumber("quality"),
                in.wholeNumber("observations"),
                in.time("lastResultAt"));
    }
}
