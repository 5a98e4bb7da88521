package dev.rota.provider.limit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** UTC days, by which providers count. */
public final class Days {
    private Days() {}

    /** The beginning of the next UTC day. */
    public static Instant next(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
