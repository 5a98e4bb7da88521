package dev.rota.simulator.behaviour;

import dev.rota.domain.result.FailureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One way in which a real provider fails, as it looks on the wire. Several shapes may mean the same kind of failure; a
 * scenario may name either.
 */
public enum FailureShape {
    /** 400: the id "is not a valid model ID". */
    MODEL_NOT_VALID(FailureKind.MODEL_NOT_FOUND),
    /** 404 in OpenAI's words, code {@code model_not_found}. */
    MODEL_DOES_NOT_EXIST(FailureKind.MODEL_NOT_FOUND),
    /** 404: "No endpoints found". */
    NO_ENDPOINTS_FOUND(FailureKind.NO_ENDPOINTS),
    /** 404: "No allowed providers are available". */
    NO_ALLOWED_PROVIDERS(FailureKind.NO_ENDPOINTS),
    /** 404: the free period has ended, the paid slug is named. */
    FREE_PERIOD_ENDED(FailureKind.FREE_VARIANT_ENDED),
    /** 404: "unavailable for free", the paid slug is named. */
    UNAVAILABLE_FOR_FREE(FailureKind.FREE_VARIANT_ENDED),
    /** 404: "No endpoints found that support tool use". */
    TOOLS_UNSUPPORTED(FailureKind.UNSUPPORTED),
    /** 400 of the upstream for a parameter, its JSON as text in {@code metadata.raw}. */
    PARAMETER_UNSUPPORTED(FailureKind.UNSUPPORTED),
    /** 403: the input was flagged. */
    INPUT_FLAGGED(FailureKind.MODERATED),
    /** 200 that ends with finish reason {@code content_filter}. */
    ANSWER_FILTERED(FailureKind.MODERATED),
    /** 429: "temporarily rate-limited upstream". */
    UPSTREAM_429(FailureKind.UPSTREAM_RATE_LIMITED),
    /** The same inside HTTP 200. */
    UPSTREAM_429_IN_200(FailureKind.UPSTREAM_RATE_LIMITED),
    /** HTTP 200 with every field null and a 429 inside. */
    CHOICES_NULL_429(FailureKind.UPSTREAM_RATE_LIMITED),
    /** 503: the provider is overloaded. */
    OVERLOADED_503(FailureKind.OVERLOADED),
    /** 529: the provider is overloaded, in Anthropic's words. */
    OVERLOADED_529(FailureKind.OVERLOADED),
    /** 500: "Internal Server Error". */
    PROVIDER_500(FailureKind.PROVIDER_ERROR),
    /** 502: "Provider returned error". */
    PROVIDER_502(FailureKind.PROVIDER_ERROR),
    /** A 502 inside HTTP 200. */
    PROVIDER_502_IN_200(FailureKind.PROVIDER_ERROR),
    /** HTTP 200, a 502 as JSON, and the tail of a stream run into it. */
    ERROR_THEN_STREAM_TAIL(FailureKind.PROVIDER_ERROR),
    /** 502: an HTML page from a proxy. */
    HTML_502(FailureKind.PROVIDER_ERROR),
    /** 504: {@code application/problem+json} from a proxy. */
    PROBLEM_504(FailureKind.TIMEOUT),
    /** 524: an HTML page from a proxy that got tired of waiting. */
    HTML_524(FailureKind.TIMEOUT),
    /** Not a byte, until the caller gives up. */
    HANG(FailureKind.TIMEOUT),
    /** Headers and comments, and never a token. */
    HANG_WITH_COMMENTS(FailureKind.TIMEOUT),
    /** A few tokens, then silence. */
    HANG_MIDSTREAM(FailureKind.TIMEOUT),
    /** The connection is cut in the middle of a stream or body. */
    CUT_MIDSTREAM(FailureKind.STREAM_BROKEN),
    /** The stream ends in good order without finish reason and without {@code [DONE]}. */
    NO_END(FailureKind.STREAM_BROKEN),
    /** An error frame after the first tokens. */
    ERROR_AFTER_FIRST_TOKEN(FailureKind.STREAM_BROKEN),
    /** A bare error object, without {@code error} around it, after the first tokens. */
    RAW_ERROR_AFTER_FIRST_TOKEN(FailureKind.STREAM_BROKEN),
    /** A frame whose JSON stops in the middle; a body that is garbled. */
    BAD_JSON(FailureKind.MALFORMED_RESPONSE),
    /** Two frames run together. */
    MERGED_FRAMES(FailureKind.MALFORMED_RESPONSE),
    /** HTTP 200 with an HTML page. */
    HTML_200(FailureKind.MALFORMED_RESPONSE),
    /** An answer whose content is "". */
    EMPTY_CONTENT(FailureKind.EMPTY_RESPONSE),
    /** An answer whose content is null. */
    NULL_CONTENT(FailureKind.EMPTY_RESPONSE),
    /** An answer with no choices. */
    NO_CHOICES(FailureKind.EMPTY_RESPONSE),
    /** HTTP 200 with nothing in it. */
    EMPTY_BODY(FailureKind.EMPTY_RESPONSE),
    /** Reasoning, and a finish reason {@code stop} with no answer. */
    REASONING_WITHOUT_ANSWER(FailureKind.REASONING_ONLY),
    /** The first few tokens and finish reason {@code length}. */
    CUT_BY_LENGTH(FailureKind.TRUNCATED),
    /** 401: "User not found". */
    KEY_REFUSED(FailureKind.UNAUTHORIZED),
    /** 402: "requires more credits, or fewer max_tokens". */
    CREDIT_NEEDED(FailureKind.PAYMENT_REQUIRED),
    /** 404: "No endpoints found matching your data policy". */
    DATA_POLICY(FailureKind.PRIVACY_RESTRICTED),
    /** 403 of the upstream: the country is not supported. */
    REGION_UNSUPPORTED(FailureKind.REGION_RESTRICTED),
    /** 429 of the account: {@code free-models-per-min}. */
    MINUTE_LIMIT(FailureKind.ACCOUNT_MINUTE_LIMIT),
    /** 429 of the account: {@code free-models-per-day}. */
    DAY_LIMIT(FailureKind.ACCOUNT_DAY_LIMIT),
    /** The connection is closed without a word. */
    CONNECTION_CLOSED(FailureKind.CONNECTION),
    /** 400: the context is too long. */
    CONTEXT_TOO_LONG(FailureKind.BAD_REQUEST);

    private final FailureKind kind;

    FailureShape(FailureKind kind) {
        this.kind = kind;
    }

    /** What a caller should take it for; where a stream and a plain body differ, in a stream. */
    public FailureKind kind() {
        return kind;
    }

    /** Its name in a scenario, such as {@code upstream-429-in-200}. */
    public String scenarioName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All shapes of a kind, at least one. */
    public static List<FailureShape> of(FailureKind kind) {
        return Arrays.stream(values()).filter(shape -> shape.kind == kind).toList();
    }
}
