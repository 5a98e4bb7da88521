package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;

/** Weights by age: half after each half-life. */
final class Weights {
    private Weights() {}

    static double[] byAge(Observations results, long asOf, long halfLifeMs) {
        double[] weights = new double[results.size()];
        double rate = -Math.log(2) / halfLifeMs;
        long last = Long.MIN_VALUE;
        double weight = 1;
        for (int i = 0; i < weights.length; i++) {
            long startedAt = results.startedAt(i);
            if (startedAt != last) {
                weight = Math.exp(rate * Math.max(0, asOf - startedAt));
                last = startedAt;
            }
            weights[i] = weight;
        }
        return weights;
    }

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
