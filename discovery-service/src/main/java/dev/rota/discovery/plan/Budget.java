package dev.rota.discovery.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent now.
 *
 * @param limits the account's
 * @param spent so far
 * @param pausedUntil until when the provider has asked to be left alone; null if it has not
 */
public record Budget(
        BudgetLimits limits, Spent spent, @Nullable Instant pausedUntil) {
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    public static final Budget UNLIMITED = new Budget(BudgetLimits.UNLIMITED, Spent.NOTHING, null);

    /** Requests that probes may make now. {@link Long#MAX_VALUE} where nothing limits them. */
    public long available(Instant now) {
        if (pausedUntil != null && now.isBefore(pausedUntil)) {
            return 0;
        }
        long minute = left(limits.perMinute(), limits.probesPerMinute(), spent.allThisMinute(), spent.ownThisMinute());
        return Math.max(0, Math.min(minute, leftToday()));
    }

    /** Requests that probes may still make today. */
    public long leftToday() {
        return Math.max(0, left(limits.perDay(), limits.probesPerDay(), spent.allToday(), spent.ownToday()));
    }

    /**
     * Requests that routine probes may make now: no more than an even line through the day allows, so that the evidence
     * is spread over the day and something is left when a model appears.
     */
    public long availableForRoutine(Instant now) {
        Integer share = limits.probesPerDay();
        if (share == null) {
            return available(now);
        }
        long line = (long) Math.floor(share * dayPassed(now)) + 1 - spent.ownToday();
        return Math.max(0, Math.min(available(now), line));
    }

    /** US dollars that probes may still cost today. */
    public double usdLeftToday() {
        return Math.max(0, limits.usdPerDay() - spent.usdToday());
    }

    /** The same for routine probes: an hour's part ahead of an even line through the day. */
    double usdForRoutine(Instant now) {
        double line = limits.usdPerDay() * Math.min(1, dayPassed(now) + 1 / 24.0) - spent.usdToday();
        return Math.max(0, Math.min(usdLeftToday(), line));
    }

    private static double dayPassed(Instant now) {
        return Duration.between(now.truncatedTo(ChronoUnit.DAYS), now).toMillis() / DAY_MS;
    }

    private static long left(@Nullable Integer limit, @Nullable Integer share, long all, long own) {
        return limit == null || share == null ? Long.MAX_VALUE : Math.min(share - own, limit - all);
    }
}
