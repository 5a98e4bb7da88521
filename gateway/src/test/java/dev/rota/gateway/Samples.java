package dev.rota.gateway;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import dev.rota.domain.standing.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that tests serve. */
public final class Samples {
    public static final Instant T = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final ModelId MODEL = ModelId.parse("openrouter/acme/large:free");
    public static final ModelId OTHER = ModelId.parse("openrouter/beta/small");

    private Samples() {}

    public static Rotation rotation(String name, long revision) {
        return new Rotation(name, revision, T.plusSeconds(revision), "abc", List.of(entry(1, MODEL)), null, null);
    }

    public static RotationEntry entry(int position, ModelId model) {
        return new RotationEntry(position, model, Tier.ULTRA_FAST, 933.3, 0.9, 850, 2100, null, 0.8, 12, T);
    }

    public static Standing standing(ModelId model) {
        return new Standing(
                model, T, null, null, 0.9, 0.8, 0.95, 900.0, 300.0, 933.3, 850.0, 2100.0, null, 0.8, 12, 7.5, 0, 0, T,
                T, T, null, Map.of(), List.of());
    }

    public static ModelFacts facts(ModelId model) {
        Facts facts = new Facts(
                "Small", "beta", 8_192, null, Set.of("text"), Set.of("text"), Set.of(), "0", "0", true, null, null);
        return new ModelFacts(model, facts, T, T, null, null);
    }

    public static RotationChange change(String rotation, long revision) {
        return new RotationChange(
                rotation, revision, T.plusSeconds(revision), ChangeKind.ENTERED, MODEL, null, 1, "it answers");
    }
}
