package dev.rota.domain.probe;

/** Why a model is to be tested now. */
public enum Trigger {
    /** It was never seen before. */
    NEW,
    /** Its facts changed. */
    CHANGED,
    /** It was gone and is back. */
    RETURNED,
    /** Its last test is old enough. */
    DUE,
    /** Somebody asked. */
    REQUESTED
}
