package dev.rota.launcher.doctor;

/** How something is. The names are public API. */
public enum Health {
    /** It is as it should be. */
    OK,
    /** Nothing to look at, and that is no fault. */
    ABSENT,
    /** It works, but not as well as it could. */
    WARNING,
    /** It does not work. */
    BROKEN
}
