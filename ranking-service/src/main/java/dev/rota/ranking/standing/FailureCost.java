package dev.rota.ranking.standing;

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

    /**
     * In milliseconds.
     *
     * @param byAge weights of all of the model's results
     */
    double expectedMs(Failures failures, double[] byAge) {
        double sum = priorWeight * typicalMs;
        double weight = priorWeight;
        for (int i = 0; i < failures.size(); i++) {
            double age = byAge[failures.place()[i]];
            sum += age * failures.latencies()[i];
            weight += age;
        }
        return sum / weight;
    }
}
