package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;

/** Weights by age: half after each half-life. */
final class Weights {
    private Weights() {}

    static double[] byAge(Observations results, long asOf, long halfLifeMs) {
        double[] weights = new double[results.size()];
        for (int i = 0; i < weights.length; i++) {
            double halfLives = Math.max(0, asOf - results.startedAt(i)) / (double) halfLifeMs;
            weights[i] = PowerOfTwo.ofMinus(halfLives);
        }
        return weights;
    }

    /** Weights by age for another half-life. */
    static double[] byAge(Observations results, long asOf, long halfLifeMs, double[] known, long knownHalfLifeMs) {
        if (knownHalfLifeMs != 2 * halfLifeMs) {
            return byAge(results, asOf, halfLifeMs);
        }
        double[] weights = new double[known.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = known[i] * known[i];
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
