package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;
import java.util.Arrays;
import java.util.List;

/**
 * A model's answers made comparable: tests only, where there are any, for other people's requests are of any length;
 * and logarithms as if all tasks were of one length.
 *
 * @param size how many; the arrays may be longer
 * @param tests whether they are tests
 * @param place which of the model's results each is
 * @param task number of each one's task; 0 if they are not tests
 * @param tasks how many numbers of tasks there are
 * @param latencies in milliseconds, as they were
 * @param qualities from 0 to 1; NaN if not graded
 * @param logs natural logarithms of the latencies, each less its task's norm
 * @param latencyQuantiles of the latencies
 * @param firstTokenQuantiles of the times to the first token, where measured
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Successes(
        int size,
        boolean tests,
        int[] place,
        int[] task,
        int tasks,
        int[] latencies,
        double[] qualities,
        double[] logs,
        Quantiles latencyQuantiles,
        Quantiles firstTokenQuantiles) {

    static Successes of(Observations results, TaskNorms norms) {
        Successes tests = of(results, norms, true);
        return tests.size > 0 ? tests : of(results, norms, false);
    }

    private static Successes of(Observations results, TaskNorms norms, boolean tests) {
        List<String> names = tests ? results.tasks() : List.of("");
        double[] norm = new double[names.size()];
        Arrays.setAll(norm, t -> tests ? norms.logFactor(names.get(t)) : 0);
        int[] place = new int[results.size()];
        int[] task = new int[results.size()];
        int[] latencies = new int[results.size()];
        double[] qualities = new double[results.size()];
        double[] logs = new double[results.size()];
        int[] firstTokens = new int[results.size()];
        int n = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.succeeded(i) && results.test(i) == tests) {
                int latency = results.latencyMs(i);
                place[n] = i;
                task[n] = tests ? results.task(i) : 0;
                latencies[n] = latency;
                qualities[n] = results.quality(i);
                logs[n] = Logarithm.of(Math.max(1, latency)) - norm[task[n]];
                firstTokens[n] = results.firstTokenMs(i);
                n++;
            }
        }
        return new Successes(
                n,
                tests,
                place,
                task,
                norm.length,
                latencies,
                qualities,
                logs,
                Quantiles.of(latencies, n),
                Quantiles.of(firstTokens, n));
    }
}
