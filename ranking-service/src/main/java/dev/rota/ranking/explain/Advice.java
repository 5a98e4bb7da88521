package dev.rota.ranking.explain;

import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.selection.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What keeps a model from a better place, and what it would take. */
final class Advice {
    private static final String INDEX = "expectedTimeToSuccessMs";

    private final Policy policy;
    private final Board board;
    private final @Nullable RotationState state;
    private final List<Seat> admitted;

    Advice(Policy policy, Board board, @Nullable RotationState state, List<Seat> admitted) {
        this.policy = policy;
        this.board = board;
        this.state = state;
        this.admitted = admitted;
    }

    String whyNotByRank(int position, int rank) {
        if (position > rank && rank == 1) {
            return Figures.format(
                    "By order alone it is first, but %s keeps its place: a challenger must be %.0f %% better, and the"
                            + " primary has held it since %s (dwell %d minutes).",
                    entries().getFirst().model(),
                    margin(admitted.get(rank - 1)) * 100,
                    Objects.requireNonNull(state).primarySince(),
                    policy.steadiness().dwell().toMinutes());
        }
        if (position == 1) {
            return Figures.format(
                    "By order alone it is number %d, but no other model is %.0f %% better, so it keeps its place.",
                    rank, margin(admitted.getFirst()) * 100);
        }
        return "By order alone it is number " + rank + "; steadiness of the primary and spread over families put it at "
                + position + ", or the order moved too little since to be published.";
    }

    List<String> toMoveUp(Seat seat, @Nullable Integer position, @Nullable Integer rank) {
        if (position != null && position == 1) {
            return List.of();
        }
        Seat above = above(position, rank == null ? 1 : rank);
        if (above == null) {
            return List.of("It comes in with the next revision.");
        }
        boolean primary = !entries().isEmpty() && entries().getFirst().model().equals(above.model());
        double margin = primary ? margin(seat) : 0;
        double target = above.value() - margin * Math.abs(above.value());
        List<String> advice = new ArrayList<>();
        advice.add(Figures.format(
                "To pass %s its order value must fall from %.4g to below %.4g%s.",
                above.model(),
                seat.value(),
                target,
                primary ? " (the primary's less the margin between the two)" : ""));
        if (policy.order().text().equals(INDEX)) {
            addWays(seat.standing(), target, advice);
        }
        return advice;
    }

    /** The model in the place it is to win: the one before it, or the last entry if it is not in. */
    private @Nullable Seat above(@Nullable Integer position, int rank) {
        if (position != null) {
            return board.seat(entries().get(position - 2).model()).orElse(null);
        }
        if (entries().size() >= policy.size()) {
            return board.seat(entries().getLast().model()).orElse(null);
        }
        return rank >= 2 ? admitted.get(rank - 2) : null;
    }

    private static void addWays(Standing s, double target, List<String> advice) {
        double latency = Objects.requireNonNull(s.expectedLatencyMs());
        double failure = Objects.requireNonNull(s.expectedFailureMs());
        double lost = failure * (1 - s.successRate()) / s.successRate();
        if (target > lost) {
            advice.add("An expected latency below " + Figures.seconds(target - lost) + " instead of "
                    + Figures.seconds(latency) + " would do it, all else as it is.");
        }
        double rate = failure / (failure + target - latency);
        if (target > latency && rate > s.successRate()) {
            advice.add(Figures.format(
                    "So would a success rate above %.1f %% instead of %.1f %%.", rate * 100, s.successRate() * 100));
        }
    }

    /** By how much the challenger must be better than the primary. */
    private double margin(Seat challenger) {
        return board.seat(entries().getFirst().model())
                .map(holder -> policy.steadiness().marginBetween(holder.standing(), challenger.standing()))
                .orElse(0.0);
    }

    private List<RotationEntry> entries() {
        return state == null ? List.of() : state.rotation().entries();
    }
}
