package dev.rota.ranking.standing;

import java.util.Arrays;

/**
 * Weighed quantiles of a sample: the least value at or below which at least that share of the weight lies. They are
 * exact for the results that are kept; there is no sketch and so no error but the rounding to a millisecond.
 */
final class Quantiles {
    private final double[] values;
    private final double[] cumulative;

    private Quantiles(double[] values, double[] cumulative) {
        this.values = values;
        this.cumulative = cumulative;
    }

    /** Values that are NaN are left out. */
    static Quantiles of(double[] values, double[] weights) {
        long[] order = new long[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                // Milliseconds fit in 48 bits and positions in 16: sorting longs is several times faster than objects.
                order[n++] = (Math.round(values[i]) << 16) | i;
            }
        }
        Arrays.sort(order, 0, n);
        double[] sorted = new double[n];
        double[] cumulative = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[(int) (order[i] & 0xFFFF)];
            sorted[i] = order[i] >>> 16;
            cumulative[i] = sum;
        }
        return new Quantiles(sorted, cumulative);
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    /** Must not be asked of an empty sample. */
    double at(double share) {
        double wanted = share * cumulative[cumulative.length - 1];
        int i = 0;
        while (i < values.length - 1 && cumulative[i] < wanted) {
            i++;
        }
        return values[i];
    }
}
