package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Policy;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All models' standings as one policy sees them, the eligible ones in order. A change costs the logarithm of their
 * number. For one thread at a time.
 */
public final class Board {
    private final Policy policy;
    private final Map<ModelId, Seat> seats = new HashMap<>();
    private final NavigableSet<Seat> ranked = new TreeSet<>(Seat.BEST_FIRST);
    private @Nullable Instant newestSuccess;
    private @Nullable Instant newestCounted;

    public Board(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }

    /** Takes in a model's standing in place of the one before. */
    public void put(Standing standing) {
        Seat seat = seat(standing);
        Seat before = seats.put(standing.model(), seat);
        if (before != null && before.eligible()) {
            ranked.remove(before);
        }
        if (seat.eligible()) {
            ranked.add(seat);
        }
        newestSuccess = later(newestSuccess, standing.lastSuccessAt());
        newestCounted = later(newestCounted, standing.lastResultAt());
    }

    /** Forgets a model. */
    public void remove(ModelId model) {
        Seat before = seats.remove(model);
        if (before != null && before.eligible()) {
            ranked.remove(before);
        }
    }

    public Optional<Seat> seat(ModelId model) {
        return Optional.ofNullable(seats.get(model));
    }

    /** Those no rule keeps out, best first; the age of their evidence is not looked at. */
    public Collection<Seat> ranked() {
        return ranked;
    }

    public Collection<Seat> all() {
        return seats.values();
    }

    /**
     * Whether the model may be in a rotation at the moment. Its evidence is too old if others were heard of since; a
     * time in which nobody was tested ages nobody.
     */
    public boolean admits(Seat seat, Instant at) {
        Instant heard = newestCounted == null || newestCounted.isAfter(at) ? at : newestCounted;
        return seat.eligible() && !policy.eligibility().tooOld(seat.standing(), heard);
    }

    /** Start of the newest success of any model; null before the first. */
    @Nullable
    Instant newestSuccess() {
        return newestSuccess;
    }

    /** Start of the newest result that counts, of any model; null before the first. */
    @Nullable
    Instant newestCounted() {
        return newestCounted;
    }

    private Seat seat(Standing standing) {
        Optional<String> objection = policy.eligibility().objection(standing);
        double value = objection.isPresent() ? Double.NaN : policy.order().of(standing);
        if (objection.isEmpty() && !Double.isFinite(value)) {
            objection = Optional.of("a figure that the order needs (" + policy.order() + ") is not known of it");
        }
        return new Seat(standing, value, objection.orElse(null));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
