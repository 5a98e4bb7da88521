package dev.rota.ranking.selection;

import dev.rota.domain.rotation.RotationChange;
import java.util.List;

/**
 * What a selection came to.
 *
 * @param state what to remember
 * @param publish whether the rotation in it is a new revision that a reader would notice
 * @param changes what differs from the revision before; empty if only figures moved
 */
public record Selection(RotationState state, boolean publish, List<RotationChange> changes) {
    public Selection {
        changes = List.copyOf(changes);
    }
}
