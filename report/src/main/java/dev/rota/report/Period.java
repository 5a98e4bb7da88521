package dev.rota.report;

import dev.rota.report.history.ResultTape;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A range with its ends filled in.
 *
 * @param from its start
 * @param to its end
 * @param comparedWith the moment that "before" speaks of: the start, or of a whole history the end of its first tenth,
 *     since at its beginning nothing was known
 * @param wholeHistory whether no start was asked for
 */
public record Period(Instant from, Instant to, Instant comparedWith, boolean wholeHistory) {
    private static final int TENTH = 10;

    /** The period that a range means for these results; null if there is no result by its end. */
    public static @Nullable Period of(Range range, ResultTape results) {
        Instant oldest = results.oldest();
        Instant newest = results.newest();
        if (oldest == null || newest == null || (range.to() != null && oldest.isAfter(range.to()))) {
            return null;
        }
        Instant to = range.to() == null ? newest : range.to();
        if (range.from() != null) {
            // A start after all evidence, where no end was asked for: an empty range, not one that runs backwards.
            return new Period(range.from(), range.from().isAfter(to) ? range.from() : to, range.from(), false);
        }
        return new Period(oldest, to, oldest.plus(Duration.between(oldest, to).dividedBy(TENTH)), true);
    }
}
