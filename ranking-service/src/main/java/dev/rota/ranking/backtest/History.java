package dev.rota.ranking.backtest;

import dev.rota.domain.result.Fault;
import dev.rota.domain.result.TestResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Results as every reader of history wants them: in one order, whatever order they came in. */
public final class History {
    /** By start, then model, then id: total, for ids are unique within a model. */
    public static final Comparator<TestResult> ORDER = Comparator.comparing(TestResult::startedAt)
            .thenComparing(TestResult::model)
            .thenComparing(TestResult::resultId)
            .thenComparingLong(TestResult::latencyMs)
            .thenComparing(result ->
                    result.failure() == null ? "" : result.failure().kind().name());

    private History() {}

    /** The results in {@link #ORDER}. */
    public static List<TestResult> sorted(Collection<TestResult> results) {
        List<TestResult> sorted = new ArrayList<>(results);
        sorted.sort(ORDER);
        return sorted;
    }

    /** Whether it says anything of the model. */
    static boolean counts(TestResult result) {
        var failure = result.failure();
        return failure == null || failure.fault() == Fault.MODEL;
    }

    /** Sorted results by bucket, each named by its start in epoch milliseconds. */
    static NavigableMap<Long, List<TestResult>> buckets(List<TestResult> sorted, long everyMs) {
        NavigableMap<Long, List<TestResult>> buckets = new TreeMap<>();
        for (TestResult result : sorted) {
            long start = Math.floorDiv(result.startedAt().toEpochMilli(), everyMs) * everyMs;
            buckets.computeIfAbsent(start, _ -> new ArrayList<>()).add(result);
        }
        return buckets;
    }
}
