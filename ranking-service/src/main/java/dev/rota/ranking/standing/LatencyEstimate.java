package dev.rota.ranking.standing;

/**
 * The expected latency of a success: the mean of a log-normal distribution whose two parameters are drawn towards those
 * of models in general, the more so the less evidence there is (conjugate normal prior, Gelman et al., Bayesian Data
 * Analysis, section 3.3). A plain mean of heavy-tailed latencies would be decided by a single slow answer.
 */
final class LatencyEstimate {
    /** One wild answer among few must not make the mean explode: exp(1.2² / 2) is a factor of two. */
    private static final double MAX_SPREAD = 1.2;

    private final double priorMean;
    private final double priorVariance;
    private final double priorWeight;

    LatencyEstimate(EstimatorConfig config) {
        priorMean = Math.log((double) config.typicalLatency().toMillis());
        priorVariance = config.latencySpread() * config.latencySpread();
        priorWeight = config.latencyPrior();
    }

    /** In milliseconds. */
    double expectedMs(Sample sample) {
        double sum = 0;
        double squares = 0;
        double[] logs = sample.successes().logs();
        double[] weights = sample.weights();
        for (int i = 0; i < weights.length; i++) {
            // Measured from the prior's mean, so that the squares do not lose their digits to a large common part.
            double deviation = logs[i] - priorMean;
            sum += weights[i] * deviation;
            squares += weights[i] * deviation * deviation;
        }
        double total = sample.total();
        double mean = priorMean + sum / (priorWeight + total);
        double scatter = total > 0 ? Math.max(0, squares - sum * sum / total) : 0;
        double weight = 2 * priorWeight;
        double variance = (weight * priorVariance + scatter) / (weight + total);
        return Math.exp(mean + Math.min(variance, MAX_SPREAD * MAX_SPREAD) / 2);
    }
}
