package dev.rota.ranking.replay;

import dev.rota.ranking.evidence.ResultLog;
import java.util.Arrays;

/** Some whole steps of a log, in order. */
final class Window {
    private final long[] order;
    private final int from;
    private final int to;
    private final int[] step;
    private final long[] at;

    /**
     * The steps that begin at a position.
     *
     * @param order positions in the log (lower half) sorted by their step (upper half)
     * @param size how many results at most, unless one step has more
     */
    Window(ResultLog log, long[] order, int from, int size) {
        this.order = order;
        this.from = from;
        this.to = end(order, from, size);
        this.step = new int[to - from];
        long[] newest = new long[to - from];
        int s = -1;
        for (int k = from; k < to; k++) {
            if (k == from || order[k] >>> 32 != order[k - 1] >>> 32) {
                newest[++s] = Long.MIN_VALUE;
            }
            step[k - from] = s;
            newest[s] = Math.max(newest[s], log.startedAt((int) order[k]));
        }
        this.at = Arrays.copyOf(newest, s + 1);
    }

    private static int end(long[] order, int from, int size) {
        int end = Math.min(order.length, from + size);
        while (end < order.length && order[end] >>> 32 == order[end - 1] >>> 32) {
            end++;
        }
        return end;
    }

    /** Position after the window's last. */
    int end() {
        return to;
    }

    int size() {
        return to - from;
    }

    int steps() {
        return at.length;
    }

    /** Position in the log of the window's k-th result. */
    int result(int k) {
        return (int) order[from + k];
    }

    /** Which step of the window the k-th result is of, from 0. */
    int step(int k) {
        return step[k];
    }

    /** Evidence time at the end of a step: its newest result's start. */
    long at(int s) {
        return at[s];
    }
}
