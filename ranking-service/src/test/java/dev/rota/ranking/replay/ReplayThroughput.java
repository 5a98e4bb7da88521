package dev.rota.ranking.replay;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Prints how many results a second a replay goes through, reading them apart. Arguments: number of results, number of
 * models, days they are spread over, rounds.
 */
final class ReplayThroughput {
    private ReplayThroughput() {}

    static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        ResultLog log = log(count, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        for (int round = 0; round < Integer.parseInt(args[3]); round++) {
            long[] revisions = new long[1];
            long begin = System.nanoTime();
            long cpu = cpuNanos();
            new Replay(List.of(StockPolicies.named("speed").orElseThrow()), Estimator.standard(), List.of())
                    .run(log, null, (_, _) -> revisions[0]++);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d results, %d revisions, %.2f s, %.0f results/s, %.1f CPU µs/result%n",
                    count,
                    revisions[0],
                    seconds,
                    count / seconds,
                    (cpuNanos() - cpu) / 1e3 / count);
        }
    }

    /** Of the whole process, so that other work on the machine counts less. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static ResultLog log(int count, int models, int days) {
        Random random = new Random(1);
        List<ModelId> names = IntStream.range(0, models)
                .mapToObj(i -> Samples.model("family" + i % 17 + "/model-" + i))
                .toList();
        long stepMs = days * 86_400_000L / count;
        ResultLog log = new ResultLog();
        for (int i = 0; i < count; i++) {
            int model = random.nextInt(models);
            Instant at = Samples.START.plusMillis(i * stepMs);
            log.add(result(random, names.get(model), model, at));
        }
        return log;
    }

    /** The models differ in how often and how fast they answer. */
    private static TestResult result(Random random, ModelId model, int number, Instant at) {
        return random.nextInt(20) < 1 + number % 13
                ? Samples.failure(model, at, FailureKind.OVERLOADED, 300 + random.nextInt(1_000))
                : Samples.success(model, at, 500 + number % 29 * 200 + random.nextInt(3_000));
    }
}
