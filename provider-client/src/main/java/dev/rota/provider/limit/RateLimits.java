package dev.rota.provider.limit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one response said of rate limits.
 *
 * @param allowed requests in the whole period; null if it does not say
 * @param remaining requests left in the period; null if it does not say
 * @param resetAt when the period ends, by our clock; null if it does not say
 * @param retryAfter how long it asks to wait; null if it does not say
 */
public record RateLimits(
        @Nullable Long allowed,
        @Nullable Long remaining,
        @Nullable Instant resetAt,
        @Nullable Duration retryAfter) {

    public static final RateLimits UNKNOWN = new RateLimits(null, null, null, null);

    /** Longer than this is no limit by the minute, whatever it is called. */
    private static final Duration LONGEST_MINUTE = Duration.ofHours(1);

    /** Longer than this is a mistake, or a clock that is off. */
    private static final Duration LONGEST_DAY = Duration.ofDays(2);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** These, and the other's where these do not say. */
    public RateLimits or(RateLimits other) {
        return new RateLimits(
                allowed != null ? allowed : other.allowed,
                remaining != null ? remaining : other.remaining,
                resetAt != null ? resetAt : other.resetAt,
                retryAfter != null ? retryAfter : other.retryAfter);
    }

    /** How long to wait, if anything in the response says so. */
    public @Nullable Duration waitFrom(Instant now) {
        if (retryAfter != null) {
            return retryAfter;
        }
        return resetAt != null && resetAt.isAfter(now) ? Duration.between(now, resetAt) : null;
    }

    /** The limit that these add up to. Without a time it is the next minute, or the next UTC day. */
    public AccountLimit toLimit(LimitScope named, Instant now) {
        Duration wait = waitFrom(now);
        boolean believable = wait != null && !wait.isNegative() && wait.compareTo(LONGEST_DAY) <= 0;
        boolean longer = believable && wait != null && wait.compareTo(LONGEST_MINUTE) > 0;
        LimitScope scope = longer ? LimitScope.DAY : named;
        if (scope == LimitScope.MINUTE) {
            return new AccountLimit(scope, now.plus(believable && wait != null ? wait : MINUTE), allowed);
        }
        // A day's limit with a Retry-After of seconds is the provider's habit, not the end of the day.
        Instant until = longer && wait != null ? now.plus(wait) : Days.next(now);
        return new AccountLimit(scope, until, allowed);
    }
}
