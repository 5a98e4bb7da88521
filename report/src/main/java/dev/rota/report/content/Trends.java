package dev.rota.report.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Latency and success over time.
 *
 * @param width of a bucket
 * @param buckets in order, without gaps
 */
public record Trends(Duration width, List<Bucket> buckets) {
    public Trends {
        buckets = List.copyOf(buckets);
    }

    /**
     * What happened between two moments.
     *
     * @param start the bucket's start, a whole multiple of the width
     * @param successes answers
     * @param modelFailures failures that count against models
     * @param setAside failures of account or network
     * @param p50Ms median latency of the answers; null if there were none
     * @param p95Ms 95th percentile of it
     * @param primaryP50Ms median latency of the primary by the evidence at the bucket's end; null if there was none
     * @param primarySuccess its chance to succeed
     */
    public record Bucket(
            Instant start,
            long successes,
            long modelFailures,
            long setAside,
            @Nullable Double p50Ms,
            @Nullable Double p95Ms,
            @Nullable Double primaryP50Ms,
            @Nullable Double primarySuccess) {
        /** The share of answers in what speaks about models; null if nothing does. */
        public @Nullable Double success() {
            long counted = successes + modelFailures;
            return counted == 0 ? null : (Double) (successes / (double) counted);
        }
    }
}
