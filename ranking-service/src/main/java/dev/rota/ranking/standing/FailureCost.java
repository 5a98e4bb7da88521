package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;

/**
 * The expected time lost to a failure: the mean of the model's own failures, weighed by age and drawn towards that of
 * models in general. Some refuse in a fifth of a second, some let a caller wait for a minute.
 */
final class FailureCost {
    private final double typicalMs;
    private final double priorWeight;

    FailureCost(EstimatorConfig config) {
        typicalMs = config.typicalFailure().toMillis();
        priorWeight = config.failurePrior();
    }

    /** In milliseconds. Tests only, where there are any failed ones. */
    double expectedMs(Observations results, double[] byAge) {
        boolean tests = false;
        for (int i = 0; i < results.size(); i++) {
            tests |= !results.succeeded(i) && results.test(i);
        }
        double sum = priorWeight * typicalMs;
        double weight = priorWeight;
        for (int i = 0; i < results.size(); i++) {
            if (!results.succeeded(i) && results.test(i) == tests) {
                sum += byAge[i] * results.latencyMs(i);
                weight += byAge[i];
            }
        }
        return sum / weight;
    }
}
