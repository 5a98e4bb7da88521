package dev.rota.provider.judge;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times of one request, measured on a monotonic clock from its sending, the connection apart.
 *
 * @param startedAt when the request was sent, by the wall clock
 * @param connectNanos for DNS, TCP and TLS before that
 * @param firstTokenNanos until the first content or tool call; null if none came, or if the whole came at once
 * @param reasoningNanos between the first piece of reasoning and the first token, or the end; null without reasoning
 * @param totalNanos until the last byte, or until the failure was known
 */
public record Timing(
        Instant startedAt,
        long connectNanos,
        @Nullable Long firstTokenNanos,
        @Nullable Long reasoningNanos,
        long totalNanos) {

    public long totalMs() {
        return TimeUnit.NANOSECONDS.toMillis(totalNanos);
    }

    public @Nullable Long firstTokenMs() {
        return firstTokenNanos == null ? null : TimeUnit.NANOSECONDS.toMillis(firstTokenNanos);
    }

    public @Nullable Long reasoningMs() {
        return reasoningNanos == null ? null : TimeUnit.NANOSECONDS.toMillis(reasoningNanos);
    }
}
