package dev.rota.client.call;

import dev.rota.domain.result.Failure;

/** What a failure means for the rest of the call. */
enum Verdict {
    /** Another model may answer; this one may later. */
    NEXT,
    /** Another model may answer; this one will not. */
    DROP_MODEL,
    /** Every model of the catalogue would fail the same way. */
    DROP_CATALOGUE,
    /** Our side failed; another model may answer after a pause. */
    PAUSE,
    /** Every model would refuse. */
    END;

    static Verdict of(Failure failure) {
        return switch (failure.kind()) {
            case MODEL_NOT_FOUND,
                    NO_ENDPOINTS,
                    FREE_VARIANT_ENDED,
                    UNSUPPORTED,
                    MODERATED,
                    PRIVACY_RESTRICTED,
                    REGION_RESTRICTED -> DROP_MODEL;
            case UNAUTHORIZED, PAYMENT_REQUIRED, ACCOUNT_MINUTE_LIMIT, ACCOUNT_DAY_LIMIT -> DROP_CATALOGUE;
            case CONNECTION -> PAUSE;
            case BAD_REQUEST -> END;
            case UPSTREAM_RATE_LIMITED,
                    OVERLOADED,
                    PROVIDER_ERROR,
                    TIMEOUT,
                    STREAM_BROKEN,
                    MALFORMED_RESPONSE,
                    EMPTY_RESPONSE,
                    REASONING_ONLY,
                    TRUNCATED -> NEXT;
        };
    }
}
