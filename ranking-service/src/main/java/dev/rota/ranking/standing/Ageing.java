package dev.rota.ranking.standing;

import java.time.Duration;

/**
 * When a standing is to be estimated anew although nothing was heard of its model: the older its evidence, the slower
 * it fades, so the rarer.
 */
public final class Ageing {
    private static final long SOONEST = Duration.ofHours(1).toMillis();
    private static final long LATEST = Duration.ofDays(1).toMillis();
    private static final long PART = 8;

    private Ageing() {}

    /**
     * The next time, in epoch milliseconds.
     *
     * @param estimatedAt evidence time of the last estimate
     * @param newestResultAt start of the model's newest result
     */
    public static long due(long estimatedAt, long newestResultAt) {
        return estimatedAt + Math.clamp((estimatedAt - newestResultAt) / PART, SOONEST, LATEST);
    }

    /** The next time of a standing that is far from mattering to anybody: later than {@link #due} says of anything. */
    static long rare(long estimatedAt) {
        return estimatedAt + 2 * LATEST;
    }
}
