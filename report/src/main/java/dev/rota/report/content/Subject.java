package dev.rota.report.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the report is about.
 *
 * @param rotation the rotation's name
 * @param policy hash of the policy that orders it
 * @param from the range's start
 * @param to its end: as asked, or the newest evidence
 * @param comparedWith the moment that "before" speaks of
 * @param wholeHistory whether the range begins with the first result there is
 * @param results results in the range, each counted once
 * @param tested models with a result in the range
 * @param catalogues catalogues that the models are of
 * @param simulated whether any of it is the simulator's
 * @param note why the rotation is stale or empty; null if it is neither
 */
public record Subject(
        String rotation,
        String policy,
        Instant from,
        Instant to,
        Instant comparedWith,
        boolean wholeHistory,
        long results,
        int tested,
        List<String> catalogues,
        boolean simulated,
        @Nullable String note) {
    public Subject {
        catalogues = List.copyOf(catalogues);
    }
}
