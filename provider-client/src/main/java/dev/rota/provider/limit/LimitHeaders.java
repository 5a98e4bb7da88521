package dev.rota.provider.limit;

import dev.rota.provider.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rate limits from response headers: {@code Retry-After}, {@code retry-after-ms}, {@code X-RateLimit-*},
 * {@code RateLimit-*} and the forms with {@code -Requests} at the end.
 */
public final class LimitHeaders {
    private static final List<String> PREFIXES = List.of("X-RateLimit-", "RateLimit-");

    private LimitHeaders() {}

    /**
     * Reads them. Where the response tells the provider's time, moments are moved by the difference to ours, so that a
     * clock that is off does not become an hour's pause.
     */
    public static RateLimits read(Headers headers, Instant now) {
        Instant providersNow =
                headers.first("Date").flatMap(optional(LimitTimes::httpDate)).orElse(now);
        Instant reset = first(headers, "Reset")
                .flatMap(optional(text -> LimitTimes.moment(text, providersNow)))
                .orElse(null);
        return new RateLimits(
                first(headers, "Limit").flatMap(optional(LimitHeaders::count)).orElse(null),
                first(headers, "Remaining")
                        .flatMap(optional(LimitHeaders::count))
                        .orElse(null),
                reset == null ? null : reset.plus(Duration.between(providersNow, now)),
                retryAfter(headers, providersNow));
    }

    private static @Nullable Duration retryAfter(Headers headers, Instant providersNow) {
        Optional<Duration> millis =
                headers.first("retry-after-ms").flatMap(optional(text -> LimitTimes.duration(text.strip() + "ms")));
        return millis.or(() ->
                        headers.first("Retry-After").flatMap(optional(text -> LimitTimes.delay(text, providersNow))))
                .orElse(null);
    }

    private static Optional<String> first(Headers headers, String name) {
        return PREFIXES.stream()
                .flatMap(prefix -> List.of(prefix + name, prefix + name + "-Requests").stream())
                .flatMap(full -> headers.first(full).stream())
                .findFirst();
    }

    /** A count that may be followed by a window, as in {@code 20, 20;w=60}. */
    private static @Nullable Long count(String text) {
        String digits = text.strip().split("[,;. ]", 2)[0];
        return digits.matches("\\d{1,15}") ? Long.valueOf(digits) : null;
    }

    private static <T> Function<String, Optional<T>> optional(Function<String, @Nullable T> reading) {
        return text -> Optional.ofNullable(reading.apply(text));
    }
}
