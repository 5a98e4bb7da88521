package dev.rota.ranking.evidence;

import java.util.Arrays;

/**
 * Results in five words each, one after the other. It grows without copying them, for there may be tens of millions.
 */
final class Rows {
    static final int ID = 0;
    static final int TIME = 1;
    static final int TIMING = 2;
    static final int VERDICT = 3;

    /** Numbers of model and task, and the lane: {@link ResultLog}'s own. */
    static final int NAMES = 4;

    static final int WIDTH = 5;

    private static final int BITS = 13;
    private static final int CHUNK = 1 << BITS;

    private long[][] chunks = new long[16][];
    private int size;

    /**
     * Adds results.
     *
     * @param words theirs
     * @param count how many results
     */
    void add(long[] words, int count) {
        int added = 0;
        while (added < count) {
            int within = size & (CHUNK - 1);
            int some = Math.min(count - added, CHUNK - within);
            System.arraycopy(words, added * WIDTH, chunk(size >>> BITS), within * WIDTH, some * WIDTH);
            added += some;
            size += some;
        }
    }

    private long[] chunk(int number) {
        if (number == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * number);
        }
        if (chunks[number] == null) {
            chunks[number] = new long[CHUNK * WIDTH];
        }
        return chunks[number];
    }

    /** A word of the i-th result. */
    long get(int i, int word) {
        return chunks[i >>> BITS][(i & (CHUNK - 1)) * WIDTH + word];
    }

    int size() {
        return size;
    }
}
