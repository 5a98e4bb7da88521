package dev.rota.report.build;

import dev.rota.domain.result.FailureKind;

/** Root causes in words. */
final class Causes {
    private Causes() {}

    static String words(FailureKind kind) {
        return switch (kind) {
            case MODEL_NOT_FOUND -> "The provider knows no such model";
            case NO_ENDPOINTS -> "Listed, but nobody serves it";
            case FREE_VARIANT_ENDED -> "No longer free";
            case UNSUPPORTED -> "Takes no tools, or not a parameter that was asked for";
            case MODERATED -> "A filter of the provider refused";
            case UPSTREAM_RATE_LIMITED -> "The upstream limits everyone's use of the model";
            case OVERLOADED -> "The provider is out of capacity";
            case PROVIDER_ERROR -> "Another error of the provider";
            case TIMEOUT -> "No answer in the time allowed";
            case STREAM_BROKEN -> "The answer broke off";
            case MALFORMED_RESPONSE -> "The response breaks the protocol";
            case EMPTY_RESPONSE -> "A response without an answer";
            case REASONING_ONLY -> "Reasoning, but no answer after it";
            case TRUNCATED -> "Cut by the output limit";
            case UNAUTHORIZED -> "No key, or one that was refused";
            case PAYMENT_REQUIRED -> "The account lacks credit";
            case PRIVACY_RESTRICTED -> "Our privacy settings exclude every provider of it";
            case REGION_RESTRICTED -> "Our region is not served";
            case ACCOUNT_MINUTE_LIMIT -> "Our requests of the minute were used up";
            case ACCOUNT_DAY_LIMIT -> "Our requests of the day were used up";
            case CONNECTION -> "No connection to the provider";
            case BAD_REQUEST -> "Our request was wrong";
        };
    }

    /** Whether a model that fails so is gone, as far as a caller can tell. */
    static boolean gone(FailureKind kind) {
        return kind == FailureKind.MODEL_NOT_FOUND
                || kind == FailureKind.NO_ENDPOINTS
                || kind == FailureKind.FREE_VARIANT_ENDED;
    }
}
