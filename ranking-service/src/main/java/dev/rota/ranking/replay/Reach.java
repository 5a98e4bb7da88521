package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models are in reach of a rotation: those in it, and those that are nearly as good as its last. A thousand
 * models compete for a dozen places; most of the time of a replay would go into figures of models that nobody gets to
 * see.
 */
final class Reach {
    /** How much worse than the last entry, as a share of its value. */
    private static final double MARGIN = 0.15;

    private Reach() {}

    static boolean near(Board board, @Nullable RotationState state, ModelId model) {
        Seat seat = board.seat(model).orElse(null);
        if (seat == null || state == null || state.rotation().stale()) {
            return true;
        }
        List<RotationEntry> entries = state.rotation().entries();
        Seat last = entries.size() < board.policy().size()
                ? null
                : board.seat(entries.getLast().model()).orElse(null);
        boolean inReach = last == null || last.objection() != null || !last.beats(seat, MARGIN);
        return (inReach && seat.objection() == null) || state.rotation().lists(model);
    }
}
