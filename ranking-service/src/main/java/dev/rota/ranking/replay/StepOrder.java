package dev.rota.ranking.replay;

import dev.rota.ranking.evidence.ResultLog;
import java.util.Arrays;

/**
 * Positions in a log (lower half) sorted by their step (upper half). Steps are counted, for most histories have many
 * results a step; only where results are few and far between, in time, are they compared.
 */
final class StepOrder {
    /** At most so many steps a result are counted: to go through them all takes no longer than to sort then. */
    private static final int SPARSE = 8;

    private StepOrder() {}

    /** @param last results that start later are left out */
    static long[] of(ResultLog log, long last) {
        long first = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        int size = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.startedAt(i) <= last) {
                long step = step(log, i);
                first = Math.min(first, step);
                end = Math.max(end, step);
                size++;
            }
        }
        return size == 0 || (end - first) / SPARSE < size
                ? counted(log, last, size, first, end)
                : compared(log, last, size);
    }

    private static long[] counted(ResultLog log, long last, int size, long first, long end) {
        int[] next = new int[size == 0 ? 1 : (int) (end - first) + 2];
        for (int i = 0; i < log.size(); i++) {
            if (log.startedAt(i) <= last) {
                next[(int) (step(log, i) - first) + 1]++;
            }
        }
        Arrays.parallelPrefix(next, Integer::sum);
        long[] order = new long[size];
        for (int i = 0; i < log.size(); i++) {
            if (log.startedAt(i) <= last) {
                long step = step(log, i);
                order[next[(int) (step - first)]++] = entry(step, i);
            }
        }
        return order;
    }

    private static long[] compared(ResultLog log, long last, int size) {
        long[] order = new long[size];
        int n = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.startedAt(i) <= last) {
                order[n++] = entry(step(log, i), i);
            }
        }
        Arrays.sort(order);
        return order;
    }

    private static long step(ResultLog log, int i) {
        return Math.floorDiv(log.startedAt(i), Replay.STEP_MS);
    }

    private static long entry(long step, int i) {
        return (step << Integer.SIZE) | i;
    }
}
