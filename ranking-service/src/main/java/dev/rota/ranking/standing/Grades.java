package dev.rota.ranking.standing;

import dev.rota.ranking.evidence.Observations;
import org.jspecify.annotations.Nullable;

/**
 * How good a model's answers were, as far as something graded them.
 *
 * @param size how many; the arrays may be longer
 * @param place which of the model's results each is
 * @param qualities from 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Grades(int size, int[] place, double[] qualities) {
    static Grades of(Observations results) {
        int[] place = new int[results.size()];
        double[] qualities = new double[results.size()];
        int n = 0;
        for (int i = 0; i < results.size(); i++) {
            double quality = results.succeeded(i) ? results.quality(i) : Double.NaN;
            if (!Double.isNaN(quality)) {
                place[n] = i;
                qualities[n++] = quality;
            }
        }
        return new Grades(n, place, qualities);
    }

    /**
     * The mean, from 0 to 1; null if nothing was graded.
     *
     * @param byAge weights of all of the model's results
     */
    @Nullable
    Double mean(double[] byAge) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < size; i++) {
            double age = byAge[place[i]];
            sum += age * qualities[i];
            weight += age;
        }
        return weight > 0 ? (Double) Math.clamp(sum / weight, 0.0, 1.0) : null;
    }
}
