package dev.rota.export;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of a rotation that may go out, in its order, and why others may not.
 *
 * @param rotation the rotation
 * @param targets the models that go out
 * @param leftOut one sentence for each that does not
 */
public record Selected(Rotation rotation, List<Target> targets, List<String> leftOut) {
    public Selected {
        targets = List.copyOf(targets);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Chooses.
     *
     * @param facts what catalogues say, by model
     * @param endpoints where models are called, by catalogue
     * @param now against which announced ends are held
     * @throws ExportException if the rotation is simulated and that was not allowed, or nothing is left of it
     */
    public static Selected of(
            Rotation rotation,
            Map<ModelId, ModelFacts> facts,
            Map<String, Endpoint> endpoints,
            ExportChoice choice,
            Instant now) {
        if (!choice.allowSimulated()
                && rotation.entries().stream().anyMatch(entry -> entry.model().simulated())) {
            throw new ExportException("rotation " + rotation.name()
                    + " holds models of the simulator, which answer nothing of use; --allow-simulated exports them all the"
                    + " same, and ./rota up with OPENROUTER_API_KEY set makes a real one");
        }
        List<Target> targets = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (RotationEntry entry : rotation.entries()) {
            ModelFacts known = facts.get(entry.model());
            Endpoint endpoint = endpoints.get(entry.model().catalogue());
            String objection = objection(known, endpoint, choice, now);
            if (objection != null) {
                leftOut.add(entry.model() + " is left out: " + objection);
            } else if (endpoint != null && targets.size() < choice.limit()) {
                targets.add(new Target(targets.size() + 1, entry, known == null ? null : known.facts(), endpoint));
            }
        }
        if (targets.isEmpty()) {
            throw new ExportException("nothing of rotation " + rotation.name() + " can be exported: "
                    + (leftOut.isEmpty() ? "it is empty" : String.join("; ", leftOut)));
        }
        return new Selected(rotation, targets, leftOut);
    }

    private static @Nullable String objection(
            @Nullable ModelFacts known, @Nullable Endpoint endpoint, ExportChoice choice, Instant now) {
        if (known == null) {
            return choice.allowPaid() && endpoint != null
                    ? null
                    : "no catalogue says whether it is free; --allow-paid takes it all the same";
        }
        Facts facts = known.facts();
        if (known.retired()) {
            return "its catalogue dropped it at " + known.retiredAt();
        }
        if (facts.expiresAt() != null && !facts.expiresAt().isAfter(now)) {
            return "its provider withdrew it at " + facts.expiresAt();
        }
        if (!facts.free() && !choice.allowPaid()) {
            return "it costs money; --allow-paid takes it";
        }
        return endpoint == null
                ? "the address of its catalogue is not known; name it in rota.yaml under catalogues"
                : null;
    }
}
