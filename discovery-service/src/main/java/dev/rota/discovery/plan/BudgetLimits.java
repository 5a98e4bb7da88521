package dev.rota.discovery.plan;

import dev.rota.domain.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What an account may spend in a catalogue, and how much of it is the user's.
 *
 * @param perMinute requests in any minute; null for no limit
 * @param perDay requests in a UTC day; null for no limit
 * @param reserved the share that probes leave alone, from 0 to 1; at 1 nothing is tested unless asked for
 * @param usdPerDay US dollars that probes of paid models may cost in a UTC day; nothing of it is reserved
 */
public record BudgetLimits(
        @Nullable Integer perMinute, @Nullable Integer perDay, double reserved, double usdPerDay) {
    /** What is left to the user unless told otherwise. */
    public static final double DEFAULT_RESERVED = 0.5;

    public static final BudgetLimits UNLIMITED = new BudgetLimits(null, null, DEFAULT_RESERVED);

    /** Where no money may be spent. */
    public BudgetLimits(@Nullable Integer perMinute, @Nullable Integer perDay, double reserved) {
        this(perMinute, perDay, reserved, 0);
    }

    public BudgetLimits {
        if ((perMinute != null && perMinute < 1) || (perDay != null && perDay < 1)) {
            throw new IllegalArgumentException("a budget must allow 1 request or more, not " + perMinute
                    + " a minute and " + perDay + " a day; to test nothing, leave the catalogue out");
        }
        if (!(reserved >= 0 && reserved <= 1)) {
            throw new IllegalArgumentException("reserved must be from 0 to 1, not " + reserved);
        }
        Checks.notNegative("usdPerDay", usdPerDay);
    }

    /** Requests a day that probes may make; null for no limit. One at least, or nothing would ever be known. */
    public @Nullable Integer probesPerDay() {
        return share(perDay);
    }

    /** The same for a minute. */
    public @Nullable Integer probesPerMinute() {
        return share(perMinute);
    }

    private @Nullable Integer share(@Nullable Integer limit) {
        if (limit == null || reserved == 1) {
            return limit == null ? null : 0;
        }
        // The small term keeps 0.9 of 10 from becoming 0 of it by rounding in binary.
        return Math.max(1, (int) Math.floor(limit * (1 - reserved) + 1e-9));
    }
}
