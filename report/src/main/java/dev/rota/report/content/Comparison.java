package dev.rota.report.content;

import org.jspecify.annotations.Nullable;

/**
 * One figure at the range's start and at its end.
 *
 * @param what its name for people
 * @param key its name for programs
 * @param unit what it counts
 * @param better which way is better
 * @param before null if there was none yet
 * @param after null if there is none
 */
public record Comparison(
        String what,
        String key,
        Unit unit,
        Better better,
        @Nullable Double before,
        @Nullable Double after) {
    /** What a figure counts. */
    public enum Unit {
        COUNT,
        MILLIS,
        FRACTION,
        QUALITY
    }

    /** Which way is better. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /** The change as a share of what was before; null if that says nothing. */
    public @Nullable Double change() {
        return before == null || after == null || before == 0 ? null : (Double) ((after - before) / before);
    }

    /** 1 if it got better, -1 if worse, 0 if it stayed or there is nothing to compare. */
    public int verdict() {
        if (before == null || after == null) {
            return 0;
        }
        int sign = Double.compare(after, before);
        return better == Better.HIGHER ? sign : -sign;
    }
}
