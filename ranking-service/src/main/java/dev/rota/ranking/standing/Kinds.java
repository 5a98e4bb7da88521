package dev.rota.ranking.standing;

import dev.rota.domain.result.FailureKind;

/** What a failure's kind says beyond "it failed". */
final class Kinds {
    private static final double PASSING = 1;
    private static final double LASTING = 0.05;

    private Kinds() {}

    /**
     * How much likelier the kind is of a model that is up and unlucky than of one that is down, failures as such taken
     * into account already. A provider that no longer knows a model seldom says so by mistake.
     */
    static double likelihoodWhileUp(FailureKind kind) {
        return switch (kind) {
            case MODEL_NOT_FOUND, NO_ENDPOINTS, FREE_VARIANT_ENDED, UNSUPPORTED -> LASTING;
            case MODERATED,
                    UPSTREAM_RATE_LIMITED,
                    OVERLOADED,
                    PROVIDER_ERROR,
                    TIMEOUT,
                    STREAM_BROKEN,
                    MALFORMED_RESPONSE,
                    EMPTY_RESPONSE,
                    REASONING_ONLY,
                    TRUNCATED -> PASSING;
            case UNAUTHORIZED,
                    PAYMENT_REQUIRED,
                    PRIVACY_RESTRICTED,
                    REGION_RESTRICTED,
                    ACCOUNT_MINUTE_LIMIT,
                    ACCOUNT_DAY_LIMIT,
                    CONNECTION,
                    BAD_REQUEST -> PASSING;
        };
    }
}
