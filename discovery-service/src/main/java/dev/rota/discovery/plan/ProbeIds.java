package dev.rota.discovery.plan;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.model.ModelId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of probes. They are computed, not drawn: whoever plans the same probe a second time, after a crash or as another
 * instance, arrives at the same id, and sees that it is published already.
 */
public final class ProbeIds {
    private ProbeIds() {}

    /** The one probe that an appearance of a model deserves. */
    public static String of(ModelId model, Appearance appearance) {
        return id(model + "\nappearance\n" + appearance.at().toEpochMilli());
    }

    /** The probe that follows another of the same model. */
    static String after(Candidate candidate) {
        LastProbe last = candidate.last();
        String previous = last != null
                ? last.probeId()
                : candidate.lastLook() == null ? "" : String.valueOf(candidate.lastLook());
        return id(candidate.model() + "\ndue\n" + previous);
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
