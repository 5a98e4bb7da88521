package dev.rota.discovery.state;

import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.provider.limit.LimitScope;
import dev.rota.provider.limit.LimitWords;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's limits: as configured, as the provider tells them, and as its refusals show them. What the user chose is
 * never exceeded, whatever the provider would allow; a refusal only ever lowers a limit, and is forgotten after a time,
 * for it may have been of another period than it seemed. Not safe for use by several threads.
 */
public final class AccountLimits {
    private static final Duration MINUTE_REMEMBERED = Duration.ofHours(1);
    private static final Duration DAY_REMEMBERED = Duration.ofDays(1);

    private record Shown(int allowed, Instant at) {
        /** What holds no longer than this, before as well as after: the clock may have gone back since. */
        static @Nullable Integer at(@Nullable Shown shown, Instant now, Duration remembered) {
            return shown == null || Duration.between(shown.at, now).abs().compareTo(remembered) >= 0
                    ? null
                    : Integer.valueOf(shown.allowed);
        }
    }

    private final BudgetLimits configured;
    private final boolean perDayChosen;
    private @Nullable Integer toldPerDay;
    private @Nullable Shown minute;
    private @Nullable Shown day;

    /**
     * Limits as configured.
     *
     * @param perDayChosen whether the user chose the limit of a day; if not, the provider knows it better
     */
    public AccountLimits(BudgetLimits configured, boolean perDayChosen) {
        this.configured = configured;
        this.perDayChosen = perDayChosen;
    }

    /** Limits that the user chose. */
    public static AccountLimits chosen(BudgetLimits limits) {
        return new AccountLimits(limits, true);
    }

    /** Takes the requests a day that the provider tells. */
    void told(int perDay) {
        toldPerDay = perDay;
    }

    /** Takes a limit that a refusal named. */
    void refused(LimitWords.Allowance allowance, Instant at) {
        int allowed = (int) Math.min(Integer.MAX_VALUE, allowance.allowed());
        if (allowance.scope() == LimitScope.DAY) {
            day = new Shown(allowed, at);
        } else {
            minute = new Shown(allowed, at);
        }
    }

    /** What holds at the time. */
    BudgetLimits at(Instant now) {
        Integer perDay = perDayChosen || toldPerDay == null ? lower(configured.perDay(), toldPerDay) : toldPerDay;
        return new BudgetLimits(
                lower(configured.perMinute(), Shown.at(minute, now, MINUTE_REMEMBERED)),
                lower(perDay, Shown.at(day, now, DAY_REMEMBERED)),
                configured.reserved(),
                configured.usdPerDay());
    }

    private static @Nullable Integer lower(@Nullable Integer limit, @Nullable Integer other) {
        if (limit == null || other == null) {
            return limit == null ? other : limit;
        }
        return Integer.valueOf(Math.min(limit, other));
    }
}
