package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;
import java.util.Arrays;
import java.util.List;

/**
 * A model's latencies made comparable: tests only, where there are any, for other people's requests are of any length;
 * every task with the same say, however often it was run; and logarithms as if all tasks were of one length.
 *
 * @param size how many successes; the arrays may be longer
 * @param latencies of successes, in milliseconds, as they were
 * @param logs natural logarithms of the same latencies, each less its task's norm
 * @param firstTokens of the same successes; NaN if not measured
 * @param weights by age, balanced over tasks; they add up to the weight by age alone
 * @param total the sum of the weights
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one estimate
record Sample(int size, double[] latencies, double[] logs, double[] firstTokens, double[] weights, double total) {

    static Sample of(Observations results, double[] byAge, TaskNorms norms) {
        Sample tests = of(results, byAge, norms, true);
        return tests.size > 0 ? tests : of(results, byAge, norms, false);
    }

    private static Sample of(Observations results, double[] byAge, TaskNorms norms, boolean tests) {
        List<String> tasks = results.tasks();
        double[] perTask = new double[tests ? tasks.size() : 1];
        double[] latencies = new double[results.size()];
        double[] logs = new double[results.size()];
        double[] firstTokens = new double[results.size()];
        double[] weights = new double[results.size()];
        int[] task = new int[results.size()];
        double[] norm = new double[perTask.length];
        Arrays.setAll(norm, t -> tests ? norms.logFactor(tasks.get(t)) : 0);
        int n = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.succeeded(i) && results.test(i) == tests) {
                task[n] = tests ? results.task(i) : 0;
                latencies[n] = results.latencyMs(i);
                logs[n] = Logarithm.of(Math.max(1, results.latencyMs(i))) - norm[task[n]];
                int firstToken = results.firstTokenMs(i);
                firstTokens[n] = firstToken < 0 ? Double.NaN : firstToken;
                weights[n] = byAge[i];
                perTask[task[n]] += byAge[i];
                n++;
            }
        }
        double total = balance(weights, task, perTask, n);
        return new Sample(n, latencies, logs, firstTokens, weights, total);
    }

    /** Gives every task with a success the same share of the total; returns the total. */
    private static double balance(double[] weights, int[] task, double[] perTask, int n) {
        double total = 0;
        int tasks = 0;
        for (int i = 0; i < n; i++) {
            total += weights[i];
        }
        for (double weight : perTask) {
            tasks += weight > 0 ? 1 : 0;
        }
        for (int i = 0; i < n && tasks > 1; i++) {
            weights[i] *= total / (tasks * perTask[task[i]]);
        }
        return total;
    }

    Quantiles latencyQuantiles() {
        return Quantiles.of(latencies, weights, size);
    }

    Quantiles firstTokenQuantiles() {
        return Quantiles.of(firstTokens, weights, size);
    }
}
