package dev.rota.ranking.policy;

/** What a policy asks of a model's price. */
public enum Price {
    /** Free, and known to be. */
    FREE,
    /** Not known to cost anything: models in no catalogue pass. */
    NOT_KNOWN_PAID,
    /** Any. */
    ANY
}
