package dev.rota.ranking.evidence;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.standing.Estimator;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Prints how many results a core takes into evidence in a second of its time, how many standings it estimates, and what
 * evidence weighs in a changelog. Arguments: number of results, number of models.
 */
final class EvidenceThroughput {
    private EvidenceThroughput() {}

    static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        List<TestResult> results = results(count, Integer.parseInt(args[1]));
        for (int round = 0; round < 6; round++) {
            Map<ModelId, Evidence> store = new HashMap<>();
            long start = cpuNanos();
            for (TestResult result : results) {
                store.put(
                        result.model(),
                        store.getOrDefault(result.model(), Evidence.empty()).with(result));
            }
            double fold = (cpuNanos() - start) / 1e9;
            double estimate = estimate(store, results.getLast().startedAt());
            System.out.printf(
                    Locale.ROOT,
                    "%.0f results/s, %.0f standings/s of %d results each, %d bytes each%n",
                    count / fold,
                    store.size() / estimate,
                    count / store.size(),
                    EvidenceCodec.encode(store.values().iterator().next()).length);
        }
    }

    /** Of this thread, so that other work on the machine does not count; nor does collecting garbage. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double estimate(Map<ModelId, Evidence> store, Instant at) {
        Estimator estimator = Estimator.standard();
        long start = cpuNanos();
        store.forEach((model, evidence) -> estimator.standing(model, evidence, null, at));
        return (cpuNanos() - start) / 1e9;
    }

    private static List<TestResult> results(int count, int models) {
        Random random = new Random(1);
        List<TestResult> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ModelId model = Samples.model("family/model-" + random.nextInt(models));
            Instant at = Samples.START.plusMillis(i * 10L);
            results.add(
                    random.nextInt(5) == 0
                            ? Samples.failure(model, at, FailureKind.OVERLOADED, 300)
                            : Samples.success(model, at, 500 + random.nextInt(5_000)));
        }
        return results;
    }
}
