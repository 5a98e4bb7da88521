package dev.rota.ranking.backtest;

import java.time.Duration;

/**
 * The rules of a backtest.
 *
 * @param every length of a bucket; buckets begin at whole multiples of it since 1970, so days are UTC days
 * @param giveUp what a caller loses who gets no answer from any entry
 * @param warmUp how many of the first buckets with an outcome are not scored
 */
public record BacktestConfig(Duration every, Duration giveUp, int warmUp) {
    public static final Duration DEFAULT_GIVE_UP = Duration.ofMinutes(2);
    public static final int DEFAULT_WARM_UP = 7;

    public BacktestConfig {
        if (every.toMillis() <= 0) {
            throw new IllegalArgumentException("every must be a millisecond or more, not " + every);
        }
        if (giveUp.isNegative()) {
            throw new IllegalArgumentException("give-up must be 0 or more, not " + giveUp);
        }
        if (warmUp < 0) {
            throw new IllegalArgumentException("warm-up must be 0 or more, not " + warmUp);
        }
    }

    /** With the contract's defaults. */
    public static BacktestConfig every(Duration every) {
        return new BacktestConfig(every, DEFAULT_GIVE_UP, DEFAULT_WARM_UP);
    }
}
