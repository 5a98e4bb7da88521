package dev.rota.ranking.standing;

import java.util.Arrays;

/**
 * Weighed quantiles of a sample: the least value at or below which at least that share of the weight lies. They are
 * exact for the results that are kept; there is no sketch and so no error but the rounding to a millisecond.
 *
 * <p>Values are shared out among buckets an eighth of an octave wide; only those of the bucket that a quantile falls
 * into are sorted. That reads the sample twice, in its order, without a branch that is hard to foretell.
 */
final class Quantiles {
    /** Buckets to an octave: as many as three bits of a float's fraction tell apart. */
    private static final int FRACTION_BITS = 3;

    private static final int SHIFT = 23 - FRACTION_BITS;
    private static final int FIRST = Float.floatToRawIntBits(1) >>> SHIFT;
    private static final int BUCKETS = 32 << FRACTION_BITS;

    private final double[] values;
    private final double[] weights;
    private final int[] count = new int[BUCKETS];
    private final double[] weight = new double[BUCKETS];
    private int known;
    private double total;

    private Quantiles(double[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
    }

    /**
     * Of the first values; those that are NaN are left out. The arrays must not change afterwards.
     *
     * @param values whole numbers, not negative, of up to 31 bits
     */
    static Quantiles of(double[] values, double[] weights, int size) {
        Quantiles quantiles = new Quantiles(values, weights);
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(values[i])) {
                quantiles.add(bucket(values[i]), weights[i]);
            }
        }
        return quantiles;
    }

    private void add(int bucket, double more) {
        count[bucket]++;
        weight[bucket] += more;
        known++;
        total += more;
    }

    boolean isEmpty() {
        return known == 0;
    }

    /** Must not be asked of an empty sample. */
    double at(double share) {
        double wanted = share * total;
        double below = 0;
        int last = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (count[bucket] > 0) {
                last = bucket;
                if (below + weight[bucket] >= wanted) {
                    return within(bucket, wanted - below);
                }
                below += weight[bucket];
            }
        }
        return within(last, Double.MAX_VALUE); // the sums differed in their last bits
    }

    /** The least value of a bucket at or below which that much of the bucket's weight lies; its largest if none. */
    private double within(int bucket, double wanted) {
        long[] sorted = new long[count[bucket]];
        int n = 0;
        for (int i = 0; n < sorted.length; i++) {
            if (!Double.isNaN(values[i]) && bucket(values[i]) == bucket) {
                sorted[n++] = ((long) values[i] << Integer.SIZE) | i;
            }
        }
        Arrays.sort(sorted);
        double sum = 0;
        for (long each : sorted) {
            sum += weights[(int) each];
            if (sum >= wanted) {
                return values[(int) each];
            }
        }
        return values[(int) sorted[n - 1]];
    }

    /** Grows with the value: the leading bits of a positive float are its logarithm, in steps. */
    private static int bucket(double value) {
        return Math.clamp((Float.floatToRawIntBits((float) value) >>> SHIFT) - FIRST, 0, BUCKETS - 1);
    }
}
