package dev.rota.domain.result;

import dev.rota.domain.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Why a test failed.
 *
 * @param kind what went wrong
 * @param fault whom it speaks about; the kind's own, unless the reporter knew better
 * @param httpStatus the HTTP status, if there was one; an error inside HTTP 200 keeps its 200
 * @param code the provider's own code
 * @param message the provider's words, secrets removed, at most {@value #MAX_MESSAGE} characters
 * @param retryAfterMs how long the provider asks to wait, in milliseconds
 */
public record Failure(
        FailureKind kind,
        Fault fault,
        @Nullable Integer httpStatus,
        @Nullable String code,
        @Nullable String message,
        @Nullable Long retryAfterMs) {

    /** The longest message kept, in characters; what is longer is cut. */
    public static final int MAX_MESSAGE = 500;

    public Failure {
        Checks.optionalNotNegative("retryAfterMs", retryAfterMs);
        if (message != null && message.length() > MAX_MESSAGE) {
            message = message.substring(0, MAX_MESSAGE - 1) + "…";
        }
    }

    /** A failure of the kind, with a message and nothing else. */
    public static Failure of(FailureKind kind, String message) {
        return new Failure(kind, kind.fault(), null, null, message, null);
    }
}
