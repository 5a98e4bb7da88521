package dev.rota.ranking.selection;

import dev.rota.domain.rotation.RotationChange;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a selection came to.
 *
 * @param state what to remember
 * @param publish whether the rotation in it is a new revision that a reader would notice
 * @param comparison makes the changes when asked: putting them into words may take longer than the selection
 */
public record Selection(RotationState state, boolean publish, Supplier<List<RotationChange>> comparison) {
    /**
     * What differs from the revision before, and why; empty if only figures moved. To be asked before the board takes
     * in anything else, for the reasons are read off it.
     */
    public List<RotationChange> changes() {
        return comparison.get();
    }
}
