package dev.rota.ranking.standing;

/**
 * Weighed quantiles of a sample: the least value at or below which at least that share of the weight lies. They are
 * exact for the results that are kept; there is no sketch and so no error but the rounding to a millisecond.
 *
 * <p>Found by selection (Hoare's FIND with weights), which costs a fraction of sorting. The sample is put into another
 * order by it; what is found is the same in any order but for the last bits of a sum, which cannot tip a share that is
 * not a tie.
 */
final class Quantiles {
    private final double[] values;
    private final double[] weights;
    private final int size;
    private final double total;

    private Quantiles(double[] values, double[] weights, int size, double total) {
        this.values = values;
        this.weights = weights;
        this.size = size;
        this.total = total;
    }

    /** Values that are NaN are left out. */
    static Quantiles of(double[] values, double[] weights) {
        double[] known = new double[values.length];
        double[] theirs = new double[values.length];
        double total = 0;
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                known[n] = values[i];
                theirs[n] = weights[i];
                total += weights[i];
                n++;
            }
        }
        return new Quantiles(known, theirs, n, total);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Must not be asked of an empty sample. */
    double at(double share) {
        double wanted = share * total;
        int low = 0;
        int high = size - 1;
        double below = 0;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int less = low;
            int equal = low;
            int more = high;
            double lessWeight = 0;
            double equalWeight = 0;
            while (equal <= more) {
                double value = values[equal];
                if (value < pivot) {
                    lessWeight += weights[equal];
                    swap(less++, equal++);
                } else if (value > pivot) {
                    swap(equal, more--);
                } else {
                    equalWeight += weights[equal];
                    equal++;
                }
            }
            if (below + lessWeight >= wanted && less > low) {
                high = less - 1;
            } else if (below + lessWeight + equalWeight >= wanted || more == high) {
                return pivot;
            } else {
                below += lessWeight + equalWeight;
                low = more + 1;
            }
        }
        return values[low];
    }

    private void swap(int i, int j) {
        double value = values[i];
        double weight = weights[i];
        values[i] = values[j];
        weights[i] = weights[j];
        values[j] = value;
        weights[j] = weight;
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
