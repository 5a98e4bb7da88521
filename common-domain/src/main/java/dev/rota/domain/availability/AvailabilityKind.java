package dev.rota.domain.availability;

/** What happened to a model's availability. The names are public API. */
public enum AvailabilityKind {
    /** Its catalogue lists it, and did not before. */
    APPEARED,
    /** Its catalogue no longer lists it, or its announced end has passed. */
    LEFT,
    /** It is there, and its end is announced. */
    ENDING
}
