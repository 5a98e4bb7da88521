package dev.rota.report.build;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers that are added one by one and asked for their quantiles (nearest rank). */
final class Quantile {
    private int[] values = new int[8];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** The smallest number that so large a share of all is not above; null without numbers. */
    @Nullable
    Double at(double share) {
        if (size == 0) {
            return null;
        }
        Arrays.sort(values, 0, size);
        return (double) values[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }
}
