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
        for (int i = 0; i < sample.size(); i++) {
            sum += sample.weights()[i] * log(sample.latencies()[i]);
        }
        double mean = (priorWeight * priorMean + sum) / (priorWeight + sample.total());
        double own = sample.total() > 0 ? sum / sample.total() : priorMean;
        double squares = 0;
        for (int i = 0; i < sample.size(); i++) {
            double deviation = log(sample.latencies()[i]) - own;
            squares += sample.weights()[i] * deviation * deviation;
        }
        double weight = 2 * priorWeight;
        double variance = (weight * priorVariance + squares) / (weight + sample.total());
        return Math.exp(mean + Math.min(variance, MAX_SPREAD * MAX_SPREAD) / 2);
    }

    private static double log(double latency) {
        return Math.log(Math.max(1, latency));
    }
}
