package dev.rota.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a report is about.
 *
 * @param from its start; null for the first result there is
 * @param to its end; null for the newest evidence
 */
public record Range(@Nullable Instant from, @Nullable Instant to) {
    public Range {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("from " + from + " is after to " + to + "; exchange them");
        }
    }

    /** All of history. */
    public static Range all() {
        return new Range(null, null);
    }
}
