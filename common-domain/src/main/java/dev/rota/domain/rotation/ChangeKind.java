package dev.rota.domain.rotation;

/** What changed in a rotation. */
public enum ChangeKind {
    /** Another model is first. */
    PRIMARY_CHANGED,
    /** A model came in. */
    ENTERED,
    /** A model went out. */
    LEFT,
    /** A model's position changed. */
    MOVED
}
