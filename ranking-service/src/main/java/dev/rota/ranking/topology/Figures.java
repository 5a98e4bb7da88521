package dev.rota.ranking.topology;

import dev.rota.domain.model.Facts;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of a standing by which it is decided whether a later one is worth telling. */
record Figures(
        double successRate,
        double timeToSuccessMs,
        double latencyP50Ms,
        double latencyP95Ms,
        double quality,
        long observations,
        long setAside,
        int consecutiveFailures,
        @Nullable FailureKind lastFailureKind,
        @Nullable Instant lastResultAt,
        @Nullable Instant retiredAt,
        @Nullable Facts facts) {

    /** Differences of less than a hundredth are nobody's reason to act. */
    private static final double NOTICEABLE = 0.01;

    /** However little else changes, a model's newest result is never told later than this. */
    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    static Figures of(Standing standing) {
        return new Figures(
                standing.successRate(),
                known(standing.expectedTimeToSuccessMs()),
                known(standing.latencyP50Ms()),
                known(standing.latencyP95Ms()),
                known(standing.quality()),
                standing.observations(),
                standing.setAside(),
                standing.consecutiveFailures(),
                standing.lastFailureKind(),
                standing.lastResultAt(),
                standing.retiredAt(),
                standing.facts());
    }

    boolean noticeablyDifferentFrom(Figures before) {
        return Math.abs(successRate - before.successRate) >= NOTICEABLE
                || apart(timeToSuccessMs, before.timeToSuccessMs)
                || apart(latencyP50Ms, before.latencyP50Ms)
                || apart(latencyP95Ms, before.latencyP95Ms)
                || apart(quality, before.quality)
                || apart((double) observations, (double) before.observations)
                || apart((double) setAside, (double) before.setAside)
                || consecutiveFailures != before.consecutiveFailures
                || lastFailureKind != before.lastFailureKind
                || muchLater(lastResultAt, before.lastResultAt)
                || !Objects.equals(retiredAt, before.retiredAt)
                || !Objects.equals(facts, before.facts);
    }

    private static boolean apart(double now, double before) {
        return Double.isNaN(now) != Double.isNaN(before)
                || Math.abs(now - before) > NOTICEABLE * Math.max(Math.abs(before), 1e-9);
    }

    private static boolean muchLater(@Nullable Instant now, @Nullable Instant before) {
        return now != null && (before == null || now.isAfter(before.plus(OFTEN_ENOUGH)));
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }
}
