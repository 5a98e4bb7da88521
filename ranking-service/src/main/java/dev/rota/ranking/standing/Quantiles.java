package dev.rota.ranking.standing;

import java.util.Arrays;

/**
 * Weighed quantiles of a sample: the least value at or below which at least that share of the weight lies. They are
 * exact for the results that are kept; there is no sketch and so no error but the rounding to a millisecond.
 *
 * <p>Values are shared out among buckets an eighth of an octave wide, once; for each set of weights, only those of the
 * bucket that a quantile falls into are looked at in order, and only the first time they have to be sorted. For one
 * thread at a time.
 */
final class Quantiles {
    /** Buckets to an octave: as many as three bits of a float's fraction tell apart. */
    private static final int FRACTION_BITS = 3;

    private static final int SHIFT = 23 - FRACTION_BITS;
    private static final int FIRST = Float.floatToRawIntBits(1) >>> SHIFT;
    private static final int BUCKETS = 32 << FRACTION_BITS;

    /** Of those buckets that are not empty, the lowest being 0: where each one's members begin, and the end. */
    private final int[] begin;

    /** By buckets: value (upper half) and place in the sample (lower half). */
    private final long[] members;

    /** Per bucket, whether its members are sorted. */
    private final boolean[] sorted;

    /** Per value known, in the sample's order: its place in the sample, and its bucket. */
    private final int[] places;

    private final int[] buckets;

    private Quantiles(int[] begin, int[] places, int[] buckets, long[] members) {
        this.begin = begin;
        this.places = places;
        this.buckets = buckets;
        this.members = members;
        this.sorted = new boolean[begin.length];
    }

    /**
     * Of the first values; those that are NaN are left out.
     *
     * @param values whole numbers, not negative, of up to 31 bits
     */
    static Quantiles of(double[] values, int size) {
        int[] count = new int[BUCKETS];
        int[] places = new int[size];
        int[] buckets = new int[size];
        int known = 0;
        int lowest = BUCKETS;
        int highest = -1;
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(values[i])) {
                int bucket = bucket(values[i]);
                lowest = Math.min(lowest, bucket);
                highest = Math.max(highest, bucket);
                count[bucket]++;
                places[known] = i;
                buckets[known++] = bucket;
            }
        }
        int[] begin = new int[Math.min(BUCKETS, known) + 1];
        int filled = 0;
        for (int bucket = lowest; bucket <= highest; bucket++) {
            int held = count[bucket];
            if (held > 0) {
                // From here on, the bucket's number among those that are not empty.
                count[bucket] = filled++;
                begin[filled] = begin[filled - 1] + held;
            }
        }
        int[] next = begin.clone();
        long[] members = new long[known];
        for (int k = 0; k < known; k++) {
            buckets[k] = count[buckets[k]];
            members[next[buckets[k]]++] = ((long) values[places[k]] << Integer.SIZE) | places[k];
        }
        return new Quantiles(Arrays.copyOf(begin, filled + 1), places, buckets, members);
    }

    /** Grows with the value: the leading bits of a positive float are its logarithm, in steps. */
    private static int bucket(double value) {
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

    /** Sorts a bucket's members by value, and by place where it is the same. */
    private void sort(int bucket) {
        if (!sorted[bucket]) {
            Arrays.sort(members, begin[bucket], begin[bucket + 1]);
            sorted[bucket] = true;
        }
    }

    /** The sample at one moment. */
    final class Weighed {
        private final double[] weights;
        private final double[] perBucket = new double[begin.length - 1];
        private final double total;

        private Weighed(double[] weights) {
            this.weights = weights;
            double sum = 0;
            for (int k = 0; k < members.length; k++) {
                double weight = weights[places[k]];
                perBucket[buckets[k]] += weight;
                sum += weight;
            }
            total = sum;
        }

        boolean isEmpty() {
            return members.length == 0;
        }

        /** Must not be asked of an empty sample. */
        double at(double share) {
            double wanted = share * total;
            double below = 0;
            for (int bucket = 0; bucket < perBucket.length; bucket++) {
                if (below + perBucket[bucket] >= wanted) {
                    return within(bucket, wanted - below);
                }
                below += perBucket[bucket];
            }
            return within(perBucket.length - 1, Double.MAX_VALUE); // the sums differed in their last bits
        }

        /** The least value of a bucket at or below which that much of its weight lies; its largest if none. */
        private double within(int bucket, double wanted) {
            sort(bucket);
            double sum = 0;
            for (int m = begin[bucket]; m < begin[bucket + 1]; m++) {
                sum += weights[(int) members[m]];
                if (sum >= wanted) {
                    return members[m] >>> Integer.SIZE;
                }
            }
            return members[begin[bucket + 1] - 1] >>> Integer.SIZE;
        }
    }
}
