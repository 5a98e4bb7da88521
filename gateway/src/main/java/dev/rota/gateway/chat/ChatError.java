package dev.rota.gateway.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.result.Failure;
import dev.rota.gateway.http.Replies;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal in the form that clients of OpenAI's API read. */
final class ChatError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long SECOND_MS = 1_000;

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final @Nullable String param;
    private final @Nullable Long retryAfterMs;

    private ChatError(
            int status,
            String type,
            @Nullable String code,
            @Nullable String param,
            @Nullable Long retryAfterMs,
            String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.retryAfterMs = retryAfterMs;
    }

    /** The request breaks a rule. */
    static ChatError invalid(String param, String message) {
        return new ChatError(400, "invalid_request_error", null, param, null, message);
    }

    /** There is no such model here. */
    static ChatError noModel(String message) {
        return new ChatError(404, "invalid_request_error", "model_not_found", "model", null, message);
    }

    /** The model is there, but may not be called. */
    static ChatError forbidden(String message) {
        return new ChatError(403, "permission_error", "model_not_allowed", "model", null, message);
    }

    /** Nothing wrong with the request, but it cannot be answered now. */
    static ChatError unavailable(String message, Duration retryAfter) {
        return new ChatError(503, "server_error", "unavailable", null, retryAfter.toMillis(), message);
    }

    /** The body is too large. */
    static ChatError ofStatus(int status, String message) {
        String type = status < 500 ? "invalid_request_error" : "server_error";
        return new ChatError(status, type, null, null, null, message);
    }

    /** What a provider's failure means to the client. */
    static ChatError of(Failure failure, String message) {
        Long wait = failure.retryAfterMs();
        String code = failure.kind().name().toLowerCase(Locale.ROOT);
        return switch (failure.kind()) {
            case BAD_REQUEST -> new ChatError(400, "invalid_request_error", code, null, null, message);
            case UNSUPPORTED -> new ChatError(400, "invalid_request_error", code, null, null, message);
            case MODEL_NOT_FOUND, NO_ENDPOINTS, FREE_VARIANT_ENDED ->
                new ChatError(404, "invalid_request_error", "model_not_found", "model", null, message);
            case MODERATED -> new ChatError(403, "invalid_request_error", "content_filter", null, null, message);
            case UPSTREAM_RATE_LIMITED, ACCOUNT_MINUTE_LIMIT, ACCOUNT_DAY_LIMIT ->
                new ChatError(429, "rate_limit_error", "rate_limit_exceeded", null, wait, message);
            case TIMEOUT -> new ChatError(504, "server_error", code, null, wait, message);
            case OVERLOADED -> new ChatError(503, "server_error", code, null, wait, message);
            // Our key, our credit: nothing that the client could mend by another key of its own.
            case UNAUTHORIZED,
                    PAYMENT_REQUIRED,
                    PRIVACY_RESTRICTED,
                    REGION_RESTRICTED,
                    PROVIDER_ERROR,
                    STREAM_BROKEN,
                    MALFORMED_RESPONSE,
                    EMPTY_RESPONSE,
                    REASONING_ONLY,
                    TRUNCATED,
                    CONNECTION -> new ChatError(502, "server_error", code, null, wait, message);
        };
    }

    int status() {
        return status;
    }

    /** Whole seconds, rounded up. */
    Optional<String> retryAfter() {
        return Optional.ofNullable(retryAfterMs).map(ms -> Long.toString((ms + SECOND_MS - 1) / SECOND_MS));
    }

    /** {@code {"error":{"message","type","param","code"}}}. */
    String json() {
        return Replies.object(out -> {
            out.writeObjectFieldStart("error");
            out.writeStringField("message", String.valueOf(getMessage()));
            out.writeStringField("type", type);
            text(out, "param", param);
            text(out, "code", code);
            out.writeEndObject();
        });
    }

    private static void text(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeNullField(name);
        } else {
            out.writeStringField(name, value);
        }
    }
}
