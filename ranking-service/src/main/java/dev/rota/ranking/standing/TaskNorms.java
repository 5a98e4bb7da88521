package dev.rota.ranking.standing;

import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long each task takes relative to the others, as models in general show: so that a model tested only with short
 * tasks does not look fast.
 *
 * @param logFactors per task {@code suite/task}, the natural logarithm of its length relative to the mean task; a task
 *     that is not named counts as mean
 */
public record TaskNorms(Map<String, Double> logFactors) {
    /** All tasks alike. */
    public static final TaskNorms NONE = new TaskNorms(Map.of());

    private static final int ENOUGH_MODELS = 3;

    public TaskNorms {
        logFactors = Map.copyOf(logFactors);
    }

    double logFactor(String task) {
        return logFactors.getOrDefault(task, 0.0);
    }

    /**
     * From models that did at least two tasks each: a task's factor is the mean, over models, of the logarithm of its
     * latency less the model's own mean. Tasks that fewer than three such models did are left out.
     */
    public static TaskNorms of(Collection<Standing> standings) {
        Map<String, double[]> sums = new HashMap<>();
        standings.stream()
                .sorted((a, b) -> a.model().compareTo(b.model()))
                .forEach(standing -> addTo(sums, standing.tasks()));
        Map<String, Double> factors = new HashMap<>();
        sums.forEach((task, sum) -> {
            if (sum[1] >= ENOUGH_MODELS) {
                factors.put(task, sum[0] / sum[1]);
            }
        });
        return new TaskNorms(factors);
    }

    private static void addTo(Map<String, double[]> sums, List<TaskStanding> tasks) {
        double total = 0;
        int measured = 0;
        for (TaskStanding task : tasks) {
            Double latency = task.meanLatencyMs();
            if (latency != null) {
                total += Math.log(Math.max(1, latency));
                measured++;
            }
        }
        if (measured < 2) {
            return;
        }
        double mean = total / measured;
        for (TaskStanding task : tasks) {
            Double latency = task.meanLatencyMs();
            if (latency != null) {
                double[] sum = sums.computeIfAbsent(task.task(), _ -> new double[2]);
                sum[0] += Math.log(Math.max(1, latency)) - mean;
                sum[1]++;
            }
        }
    }
}
