package dev.rota.domain.result;

/** What went wrong, and so whom it speaks about. The names are public API. */
public enum FailureKind {
    /** The provider knows no such model. */
    MODEL_NOT_FOUND(Fault.MODEL),
    /** The model is listed, but nobody serves it. */
    NO_ENDPOINTS(Fault.MODEL),
    /** The model is now only to be had for money. */
    FREE_VARIANT_ENDED(Fault.MODEL),
    /** The model does not take tools, or a parameter, that the request needs. */
    UNSUPPORTED(Fault.MODEL),
    /** A filter of the provider refused the request or the answer. */
    MODERATED(Fault.MODEL),
    /** The provider behind the catalogue limits everyone's use of the model. */
    UPSTREAM_RATE_LIMITED(Fault.MODEL),
    /** The provider is out of capacity. */
    OVERLOADED(Fault.MODEL),
    /** Any other error of the provider's. */
    PROVIDER_ERROR(Fault.MODEL),
    /** No first token, or no end, in the time allowed. */
    TIMEOUT(Fault.MODEL),
    /** The stream broke off, or reported an error, after it had begun. */
    STREAM_BROKEN(Fault.MODEL),
    /** The response is not what the protocol says it is. */
    MALFORMED_RESPONSE(Fault.MODEL),
    /** A complete response without an answer in it. */
    EMPTY_RESPONSE(Fault.MODEL),
    /** Reasoning, but no answer after it. */
    REASONING_ONLY(Fault.MODEL),
    /** The answer was cut by the output limit before it was of use. */
    TRUNCATED(Fault.MODEL),
    /** No key, or a key that was refused. */
    UNAUTHORIZED(Fault.ACCOUNT),
    /** The account lacks credit. */
    PAYMENT_REQUIRED(Fault.ACCOUNT),
    /** The account's privacy settings exclude every provider of the model. */
    PRIVACY_RESTRICTED(Fault.ACCOUNT),
    /** The provider does not serve our region. */
    REGION_RESTRICTED(Fault.ACCOUNT),
    /** The account's requests for this minute are used up. */
    ACCOUNT_MINUTE_LIMIT(Fault.ACCOUNT),
    /** The account's requests for this day are used up. */
    ACCOUNT_DAY_LIMIT(Fault.ACCOUNT),
    /** No connection to the provider. */
    CONNECTION(Fault.LOCAL),
    /** Our request was wrong. */
    BAD_REQUEST(Fault.LOCAL);

    private final Fault fault;

    FailureKind(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
