package dev.rota.provider.limit;

/** How long a limit of the account lasts. */
public enum LimitScope {
    /** Minutes: worth waiting for. */
    MINUTE,
    /** Until the next UTC day, or hours: work goes back. */
    DAY
}
