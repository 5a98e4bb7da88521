package dev.rota.domain.rotation;

import dev.rota.domain.Checks;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change between two revisions of a rotation, and why.
 *
 * @param name the rotation's name
 * @param revision the revision that has the change
 * @param at evidence time of that revision
 * @param kind what changed
 * @param model the model it is about; for {@link ChangeKind#PRIMARY_CHANGED} the new primary
 * @param fromPosition its position before, from 1; null if it had none
 * @param toPosition its position after, from 1; null if it has none
 * @param reason one sentence with the figures that decided
 */
public record RotationChange(
        String name,
        long revision,
        Instant at,
        ChangeKind kind,
        ModelId model,
        @Nullable Integer fromPosition,
        @Nullable Integer toPosition,
        String reason) {
    public RotationChange {
        Checks.text("name", name);
        Checks.text("reason", reason);
    }
}
