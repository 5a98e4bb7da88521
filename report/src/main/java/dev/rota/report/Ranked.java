package dev.rota.report;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ranking made of the history up to the range's end.
 *
 * @param name the rotation's name
 * @param policy hash of its policy
 * @param revisions every revision up to the range's end, the oldest first
 * @param changes every change up to the range's end, the oldest first
 * @param before standings at the range's start; empty if nothing was known by then
 * @param after standings at its end
 */
public record Ranked(
        String name,
        String policy,
        List<Rotation> revisions,
        List<RotationChange> changes,
        Map<ModelId, Standing> before,
        Map<ModelId, Standing> after) {
    public Ranked {
        revisions = List.copyOf(revisions);
        changes = List.copyOf(changes);
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** The newest revision; null if there is none. */
    public @Nullable Rotation last() {
        return revisions.isEmpty() ? null : revisions.getLast();
    }
}
