package dev.rota.client.call;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes failures of what an application's HTTP client has in hand. */
public final class Failures {
    private Failures() {}

    /**
     * Of an HTTP status, as OpenAI-compatible providers use them.
     *
     * @param retryAfter what the header of that name asks for; null if it is not there
     * @param message the provider's words; null if there are none
     */
    public static Failure ofStatus(int status, @Nullable Duration retryAfter, @Nullable String message) {
        FailureKind kind = kind(status, message == null ? "" : message);
        return new Failure(
                kind, kind.fault(), status, null, message, retryAfter == null ? null : retryAfter.toMillis());
    }

    private static FailureKind kind(int status, String message) {
        return switch (status) {
            case 400, 405, 413, 415, 422 -> FailureKind.BAD_REQUEST;
            case 401 -> FailureKind.UNAUTHORIZED;
            case 402 -> FailureKind.PAYMENT_REQUIRED;
            case 403 -> FailureKind.MODERATED;
            case 404, 410 -> FailureKind.MODEL_NOT_FOUND;
            case 408, 504, 524 -> FailureKind.TIMEOUT;
            case 429 -> limit(message);
            case 502, 503, 529 -> FailureKind.OVERLOADED;
            default -> FailureKind.PROVIDER_ERROR;
        };
    }

    // OpenRouter names the limit of the account; any other 429 is the upstream's.
    private static FailureKind limit(String message) {
        if (message.contains("per-day")) {
            return FailureKind.ACCOUNT_DAY_LIMIT;
        }
        return message.contains("per-min") ? FailureKind.ACCOUNT_MINUTE_LIMIT : FailureKind.UPSTREAM_RATE_LIMITED;
    }

    /** Of a broken connection: whose fault it is depends on whether an answer had begun. */
    static Failure of(IOException thrown, boolean begun) {
        String message = String.valueOf(thrown.getMessage());
        if (thrown instanceof HttpTimeoutException || thrown instanceof InterruptedIOException) {
            return Failure.of(FailureKind.TIMEOUT, message);
        }
        return Failure.of(begun ? FailureKind.STREAM_BROKEN : FailureKind.CONNECTION, message);
    }
}
