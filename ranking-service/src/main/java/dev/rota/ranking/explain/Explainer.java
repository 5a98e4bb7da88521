package dev.rota.ranking.explain;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Seat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Explains places, from the board and the state that selection itself works on. */
public final class Explainer {
    private Explainer() {}

    /**
     * Why the model stands where it does.
     *
     * @param state what was last selected; null if nothing was yet
     * @param at evidence time
     */
    public static Explanation explain(Board board, @Nullable RotationState state, ModelId model, Instant at) {
        List<Seat> admitted =
                board.ranked().stream().filter(seat -> admits(board, seat, at)).toList();
        Optional<Seat> seat = board.seat(model);
        return seat.isPresent()
                ? explain(board, state, seat.get(), admitted, at)
                : unknown(board, model, admitted.size());
    }

    private static Explanation explain(
            Board board, @Nullable RotationState state, Seat seat, List<Seat> admitted, Instant at) {
        String keptOut = keptOut(board, seat, at);
        Integer rank = keptOut == null ? (Integer) (admitted.indexOf(seat) + 1) : null;
        Integer position = position(state, seat.model());
        Advice advice = new Advice(board.policy(), board, state, admitted);
        List<String> reasons = new ArrayList<>();
        if (state != null && state.rotation().stale()) {
            reasons.add("The rotation is stale: " + state.rotation().note() + ".");
        } else if (position != null && rank != null && !position.equals(rank)) {
            reasons.add(advice.whyNotByRank(position, rank));
        }
        return new Explanation(
                board.policy().name(),
                seat.model(),
                position,
                rank,
                admitted.size(),
                board.policy().order().text(),
                keptOut == null ? (Double) seat.value() : null,
                keptOut,
                seat.standing(),
                Parts.of(seat.standing()),
                reasons,
                keptOut == null
                        ? advice.toMoveUp(seat, position, rank)
                        : Remedy.of(board.policy().eligibility(), seat.standing(), keptOut));
    }

    private static Explanation unknown(Board board, ModelId model, int eligible) {
        return new Explanation(
                board.policy().name(),
                model,
                null,
                null,
                eligible,
                board.policy().order().text(),
                null,
                "nothing is known of it",
                null,
                List.of(),
                List.of(),
                List.of("It needs evidence: ./rota test " + model));
    }

    private static @Nullable String keptOut(Board board, Seat seat, Instant at) {
        if (seat.objection() != null) {
            return seat.objection();
        }
        return admits(board, seat, at)
                ? null
                : "its newest result is of " + seat.standing().lastResultAt() + ", and the policy trusts evidence for "
                        + board.policy().eligibility().maxAgeOfEvidence().toHours() + " hours";
    }

    private static boolean admits(Board board, Seat seat, Instant at) {
        return board.admits(seat, at);
    }

    private static @Nullable Integer position(@Nullable RotationState state, ModelId model) {
        if (state == null) {
            return null;
        }
        return state.rotation().entries().stream()
                .filter(entry -> entry.model().equals(model))
                .map(RotationEntry::position)
                .findFirst()
                .orElse(null);
    }
}
