package dev.rota.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: doubling from {@code first} up to {@code max}, of which a random half is
 * taken off, so that many who failed together do not come back together.
 *
 * @param first the wait after the first failure, before jitter
 * @param max the longest wait
 */
public record Backoff(Duration first, Duration max) {
    public Backoff {
        if (first.isNegative() || first.isZero() || max.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "backoff must begin above zero and not end below that, but goes from " + first + " to " + max);
        }
    }

    /** From 250 ms to 30 s. */
    public static Backoff standard() {
        return new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    /**
     * The wait, jitter included.
     *
     * @param failures how many attempts failed in a row, from 1
     */
    public Duration after(int failures, RandomGenerator random) {
        int doublings = Math.clamp(failures - 1, 0, 30);
        long full = Math.min(max.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(full - (long) (full / 2.0 * random.nextDouble()));
    }
}
