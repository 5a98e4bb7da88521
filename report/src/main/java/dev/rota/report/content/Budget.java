package dev.rota.report.content;

import dev.rota.domain.result.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of providers.
 *
 * @param sources results of the range by where they come from, in the order of {@link Source}
 * @param days one for each day (UTC), without gaps
 * @param triggers probes of the range by why they were sent; empty where that is not known
 * @param neverAnswered probes spent on models that did not answer once in the range
 * @param neverAnsweredModels how many models those are
 * @param limitHits failures because a limit of the account was reached
 * @param spentUsd US dollars for the answers of paid models, by the catalogue's price; null if nothing was paid for
 */
public record Budget(
        Map<Source, Long> sources,
        List<Day> days,
        Map<String, Long> triggers,
        long neverAnswered,
        int neverAnsweredModels,
        long limitHits,
        @Nullable Double spentUsd) {
    public Budget {
        days = List.copyOf(days);
    }

    /** Probes of the range. */
    public long probes() {
        return sources.getOrDefault(Source.PROBE, 0L);
    }

    /** A day: its start, the probes sent and all other results. */
    public record Day(Instant start, long probes, long others) {}
}
