package dev.rota.ranking.backtest;

/**
 * How one policy served callers. Component names are the contract's JSON names.
 *
 * @param policy its name
 * @param buckets how many were scored
 * @param meanTimeToSuccessMs mean time until an answer, or until a caller gave up, in milliseconds; 0 without buckets
 * @param p50TimeToSuccessMs median of it
 * @param p95TimeToSuccessMs 95th percentile of it
 * @param gaveUp buckets without an answer
 * @param firstTrySuccess share of the buckets in which the first model tried answered, from 0 to 1
 * @param primaryChanges how often the primary differed from that of the scored bucket before
 */
public record PolicyScore(
        String policy,
        int buckets,
        double meanTimeToSuccessMs,
        double p50TimeToSuccessMs,
        double p95TimeToSuccessMs,
        int gaveUp,
        double firstTrySuccess,
        int primaryChanges) {}
