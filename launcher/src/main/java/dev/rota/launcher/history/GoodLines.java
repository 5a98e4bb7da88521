package dev.rota.launcher.history;

import dev.rota.domain.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What tells whether a block's results were there before: of each, its line and who it is. */
final class GoodLines {
    private final List<String> ids;
    private int[] numbers;
    private long[] fingerprints;

    /** Takes lines one by one. */
    @FunctionalInterface
    interface Sink {
        /**
         * A line with a result.
         *
         * @param number the line, counted from 0 in the block
         * @param fingerprint the result's, for an {@link IdSet}
         * @param id the result's
         */
        void take(int number, long fingerprint, String id);
    }

    /** @param expected how many there may be; a first guess */
    GoodLines(int expected) {
        ids = new ArrayList<>(expected);
        numbers = new int[expected];
        fingerprints = new long[expected];
    }

    void add(int number, TestResult result) {
        int size = ids.size();
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size + 1);
            fingerprints = Arrays.copyOf(fingerprints, 2 * size + 1);
        }
        numbers[size] = number;
        fingerprints[size] = IdSet.fingerprint(result);
        ids.add(result.resultId());
    }

    void forEach(Sink sink) {
        for (int i = 0; i < ids.size(); i++) {
            sink.take(numbers[i], fingerprints[i], ids.get(i));
        }
    }
}
