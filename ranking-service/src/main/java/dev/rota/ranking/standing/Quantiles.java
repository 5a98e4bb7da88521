package dev.rota.ranking.standing;

import java.util.Arrays;

/**
 * Weighed quantiles of a sample: the least value at or below which at least that share of the weight lies. They are
 * exact for the results that are kept; there is no sketch and so no error but the rounding to a millisecond.
 *
 * <p>Weights are added up by buckets an eighth of an octave wide; only the values of the bucket that a quantile falls
 * into are sorted. Immutable.
 */
final class Quantiles {
    /** Buckets to an octave: as many as three bits of a float's fraction tell apart. */
    private static final int FRACTION_BITS = 3;

    private static final int SHIFT = 23 - FRACTION_BITS;
    private static final int FIRST = Float.floatToRawIntBits(1) >>> SHIFT;
    private static final int BUCKETS = 32 << FRACTION_BITS;

    /** The bucket of a value that is not known. */
    private static final short NONE = -1;

    private final int[] values;

    /** Each value's bucket. */
    private final short[] buckets;

    private final int lowest;
    private final int highest;

    private Quantiles(int[] values, short[] buckets, int lowest, int highest) {
        this.values = values;
        this.buckets = buckets;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * Of the first values; those below zero are not known, and left out.
     *
     * @param values must not change afterwards
     */
    static Quantiles of(int[] values, int size) {
        short[] buckets = new short[size];
        int lowest = BUCKETS;
        int highest = -1;
        for (int i = 0; i < size; i++) {
            int bucket = NONE;
            if (values[i] >= 0) {
                bucket = bucket(values[i]);
                lowest = Math.min(lowest, bucket);
                highest = Math.max(highest, bucket);
            }
            buckets[i] = (short) bucket;
        }
        return new Quantiles(values, buckets, lowest, highest);
    }

    /** Grows with the value: the leading bits of a positive float are its logarithm, in steps. */
    private static int bucket(int value) {
        return Math.clamp((Float.floatToRawIntBits((float) value) >>> SHIFT) - FIRST, 0, BUCKETS - 1);
    }

    /**
     * The same values with weights.
     *
     * @param weights of the whole sample, those not known included; must not change afterwards
     */
    Weighed weighed(double[] weights) {
        return new Weighed(weights);
    }

    /** The sample at one moment. */
    final class Weighed {
        private final double[] weights;

        /** From the lowest to the highest. */
        private final double[] perBucket = new double[Math.max(0, highest - lowest + 1)];

        private final double total;

        private Weighed(double[] weights) {
            this.weights = weights;
            double sum = 0;
            for (int i = 0; i < buckets.length; i++) {
                if (buckets[i] != NONE) {
                    perBucket[buckets[i] - lowest] += weights[i];
                    sum += weights[i];
                }
            }
            total = sum;
        }

        boolean isEmpty() {
            return highest < lowest;
        }

        /** Must not be asked of an empty sample. */
        double at(double share) {
            double wanted = share * total;
            double below = 0;
            for (int bucket = lowest; bucket <= highest; bucket++) {
                double within = perBucket[bucket - lowest];
                if (below + within >= wanted) {
                    return within(bucket, wanted - below);
                }
                below += within;
            }
            return within(highest, Double.MAX_VALUE); // the sums differed in their last bits
        }

        /** The least value of a bucket at or below which that much of its weight lies; its largest if none. */
        private double within(int bucket, double wanted) {
            long[] members = sorted(bucket);
            double sum = 0;
            for (long member : members) {
                sum += weights[(int) member];
                if (sum >= wanted) {
                    return member >>> Integer.SIZE;
                }
            }
            return members[members.length - 1] >>> Integer.SIZE;
        }
    }

    /** A bucket's values (upper half) and their places (lower half), in order. */
    private long[] sorted(int bucket) {
        int size = 0;
        for (short each : buckets) {
            size += each == bucket ? 1 : 0;
        }
        long[] members = new long[size];
        int filled = 0;
        for (int i = 0; filled < size; i++) {
            if (buckets[i] == bucket) {
                members[filled++] = ((long) values[i] << Integer.SIZE) | i;
            }
        }
        Arrays.sort(members);
        return members;
    }
}
