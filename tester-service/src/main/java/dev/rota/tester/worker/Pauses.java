package dev.rota.tester.worker;

import dev.rota.provider.limit.AccountLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Which catalogues are to be left alone, and until when. One for all slots of a worker. Thread-safe.
 *
 * <p>A pause ends at a random moment within a spread after its limit does, another for each who asks, so that the slots
 * do not all come back at once and run into the next limit.
 */
public final class Pauses {
    private static final int SPREAD_PARTS = 4;

    private final Map<String, AccountLimit> limits = new ConcurrentHashMap<>();
    private final Duration maxSpread;
    private final RandomGenerator random;

    /**
     * No pauses yet.
     *
     * @param maxSpread the longest spread; a pause shorter than four times that has a spread of a quarter of itself
     * @param random must be safe for many threads
     */
    public Pauses(Duration maxSpread, RandomGenerator random) {
        this.maxSpread = maxSpread;
        this.random = random;
    }

    /** Notes a limit; of two limits of one catalogue the one that ends later counts. */
    public void limited(String catalogue, AccountLimit limit) {
        limits.merge(catalogue, limit, (old, now) -> old.until().isAfter(now.until()) ? old : now);
    }

    /** The limit that a catalogue is under; empty if none. */
    public Optional<AccountLimit> limitOf(String catalogue, Instant now) {
        AccountLimit limit = limits.get(catalogue);
        if (limit == null) {
            return Optional.empty();
        }
        if (!limit.until().isAfter(now)) {
            limits.remove(catalogue, limit);
            return Optional.empty();
        }
        return Optional.of(limit);
    }

    /** How long to wait for the catalogue, the spread included; zero if it is free. */
    public Duration waitFor(String catalogue, Instant now) {
        return limitOf(catalogue, now)
                .map(limit -> spread(Duration.between(now, limit.until())))
                .orElse(Duration.ZERO);
    }

    /** How long to wait until any of the catalogues is free; zero if one is, or if there are none. */
    public Duration waitForAny(Collection<String> catalogues, Instant now) {
        return catalogues.stream()
                .map(catalogue -> limitOf(catalogue, now)
                        .map(limit -> Duration.between(now, limit.until()))
                        .orElse(Duration.ZERO))
                .min(Duration::compareTo)
                .filter(wait -> !wait.isZero())
                .map(this::spread)
                .orElse(Duration.ZERO);
    }

    /** How many catalogues are under a limit. */
    public int count(Instant now) {
        return (int) limits.values().stream()
                .filter(limit -> limit.until().isAfter(now))
                .count();
    }

    private Duration spread(Duration pause) {
        Duration quarter = pause.dividedBy(SPREAD_PARTS);
        Duration widest = quarter.compareTo(maxSpread) < 0 ? quarter : maxSpread;
        return pause.plusMillis(random.nextLong(widest.toMillis() + 1));
    }
}
