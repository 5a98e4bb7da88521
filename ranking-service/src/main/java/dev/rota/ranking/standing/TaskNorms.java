package dev.rota.ranking.standing;

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

    public TaskNorms {
        logFactors = Map.copyOf(logFactors);
    }

    double logFactor(String task) {
        return logFactors.getOrDefault(task, 0.0);
    }
}
