package dev.rota.client;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.rotation.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rotations to follow. */
public final class Samples {
    public static final Instant T = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    /** A rotation of models {@code a/b/<name>}, in order. */
    public static Rotation rotation(String name, long revision, String... models) {
        List<RotationEntry> entries = new ArrayList<>();
        for (String model : models) {
            entries.add(new RotationEntry(
                    entries.size() + 1,
                    ModelId.parse("a/b/" + model),
                    Tier.FAST,
                    900,
                    0.9,
                    800,
                    2_000,
                    null,
                    null,
                    5,
                    T));
        }
        return new Rotation(name, revision, T.plusSeconds(revision), "policy", entries, null, null);
    }
}
