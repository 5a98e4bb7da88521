package dev.rota.ranking.selection;

import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who stands where: steadiness decides the first place, order and spread the others. */
final class Lineup {
    /** How far beyond the rotation's size a model of another family is looked for. */
    private static final int REACH = 64;

    private Lineup() {}

    static List<Seat> of(Board board, @Nullable RotationState before, Instant at) {
        Policy policy = board.policy();
        List<Seat> pool = pool(board, policy.size() + REACH, at);
        if (pool.isEmpty()) {
            return pool;
        }
        Seat primary = incumbent(board, before, at)
                .filter(holder -> keepsPlace(holder, pool.getFirst(), before, policy.steadiness(), at))
                .orElse(pool.getFirst());
        pool.remove(primary);
        List<Seat> lineup = new ArrayList<>(List.of(primary));
        while (lineup.size() < policy.size() && !pool.isEmpty()) {
            lineup.add(pool.remove(next(pool, lineup, policy.spread())));
        }
        return lineup;
    }

    private static List<Seat> pool(Board board, int size, Instant at) {
        List<Seat> pool = new ArrayList<>();
        Iterator<Seat> ranked = board.ranked().iterator();
        while (ranked.hasNext() && pool.size() < size) {
            Seat seat = ranked.next();
            if (board.admits(seat, at)) {
                pool.add(seat);
            }
        }
        return pool;
    }

    private static Optional<Seat> incumbent(Board board, @Nullable RotationState before, Instant at) {
        return Optional.ofNullable(before)
                .flatMap(state -> state.rotation().primary())
                .map(RotationEntry::model)
                .flatMap(board::seat)
                .filter(seat -> board.admits(seat, at));
    }

    private static boolean keepsPlace(
            Seat holder, Seat challenger, @Nullable RotationState before, Steadiness rule, Instant at) {
        if (before == null || !rule.protects(holder.standing())) {
            return false;
        }
        boolean dwelling = holder.standing().consecutiveFailures() == 0
                && at.isBefore(before.primarySince().plus(rule.dwell()));
        return dwelling || !challenger.beats(holder, rule.marginBetween(holder.standing(), challenger.standing()));
    }

    /** Where in the pool the best model is that spread allows at the next place; the best of all if there is none. */
    private static int next(List<Seat> pool, List<Seat> lineup, Spread spread) {
        for (int i = 0; i < pool.size(); i++) {
            if (allowed(pool.get(i), lineup, spread)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean allowed(Seat seat, List<Seat> lineup, Spread spread) {
        if (lineup.size() == 1
                && spread.fallbackOfOtherFamily()
                && seat.family().equals(lineup.getFirst().family())) {
            return false;
        }
        if (lineup.size() >= spread.first()) {
            return true;
        }
        int family = 0;
        int upstream = 0;
        for (Seat other : lineup) {
            family += other.family().equals(seat.family()) ? 1 : 0;
            upstream += other.model().catalogue().equals(seat.model().catalogue()) ? 1 : 0;
        }
        return family < spread.perFamily() && upstream < spread.perUpstream();
    }
}
