package dev.rota.ranking.standing;

import dev.rota.domain.result.FailureKind;
import dev.rota.ranking.evidence.Observations;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a standing that are counted, whatever the time.
 *
 * @param failures by kind
 * @param consecutiveFailures since the last success
 * @param firstResultAt start of the oldest result
 * @param lastResultAt start of the newest
 * @param lastSuccessAt start of the newest success
 * @param lastFailureKind kind of the newest failure
 */
record Tally(
        Map<FailureKind, Long> failures,
        int consecutiveFailures,
        @Nullable Instant firstResultAt,
        @Nullable Instant lastResultAt,
        @Nullable Instant lastSuccessAt,
        @Nullable FailureKind lastFailureKind) {
    private static final FailureKind[] KINDS = FailureKind.values();

    Tally {
        failures = Map.copyOf(failures);
    }

    @SuppressWarnings("EnumOrdinal") // as an index, for speed; never kept
    static Tally of(Observations results) {
        int[] kinds = new int[KINDS.length];
        int lastSuccess = -1;
        FailureKind lastKind = null;
        for (int i = 0; i < results.size(); i++) {
            FailureKind kind = results.kind(i);
            if (kind == null) {
                lastSuccess = i;
            } else {
                lastKind = kind;
                kinds[kind.ordinal()]++;
            }
        }
        Map<FailureKind, Long> failures = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : KINDS) {
            if (kinds[kind.ordinal()] > 0) {
                failures.put(kind, (long) kinds[kind.ordinal()]);
            }
        }
        int last = results.size() - 1;
        return new Tally(
                failures,
                last - lastSuccess,
                at(results, Math.min(0, last)),
                at(results, last),
                at(results, lastSuccess),
                lastKind);
    }

    private static @Nullable Instant at(Observations results, int i) {
        return i < 0 ? null : Instant.ofEpochMilli(results.startedAt(i));
    }
}
