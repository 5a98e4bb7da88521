package dev.rota.report.content;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why requests failed.
 *
 * @param results all results of the range
 * @param failed how many of them failed
 * @param causes the most frequent first
 */
public record Failures(long results, long failed, List<Cause> causes) {
    public Failures {
        causes = List.copyOf(causes);
    }

    /** How many failures speak about somebody. */
    public long of(Fault fault) {
        return causes.stream()
                .filter(cause -> cause.fault() == fault)
                .mapToLong(Cause::count)
                .sum();
    }

    /**
     * One root cause.
     *
     * @param fault whom it speaks about
     * @param words the cause for people
     * @param count how often
     * @param share of all failures, from 0 to 1
     * @param models how many models it happened to
     * @param worst the model it happened to most
     * @param worstCount how often to that one
     * @param example what the provider said the last time; null if it said nothing
     */
    public record Cause(
            FailureKind kind,
            Fault fault,
            String words,
            long count,
            double share,
            int models,
            ModelId worst,
            long worstCount,
            @Nullable String example) {}
}
