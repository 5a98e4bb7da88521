package dev.rota.ranking.evidence;

import java.util.Arrays;

/**
 * One model's evidence while a log is replayed: as if {@link Evidence#with} were called for each result, but tests that
 * come in the order of time wait until the evidence is asked for, and are then taken in together. Each for itself would
 * copy a block. For one thread at a time.
 */
public final class EvidenceBuilder {
    /** How many wait at most. */
    private static final int MOST = 64;

    private final ResultLog log;
    private Evidence evidence = Evidence.empty();

    /** Positions in the log, and the ids there: to look these up in a log of gigabytes is to wait for memory. */
    private int[] waiting = new int[4];

    private long[] ids = new long[4];

    private int size;

    /** Start of the newest test, those that wait included. */
    private long newest = Long.MIN_VALUE;

    public EvidenceBuilder(ResultLog log) {
        this.log = log;
    }

    /** Takes in the log's i-th result; whether it adds anything. */
    public boolean add(int i) {
        if (mayWait(i)) {
            await(i);
            return true;
        }
        Evidence before = build();
        evidence = before.with(log.lane(i), log.id(i), log.startedAt(i), log.timing(i), log.verdict(i), log.task(i));
        newest = evidence.tests.newest();
        return evidence != before;
    }

    private boolean mayWait(int i) {
        return log.lane(i) == Evidence.TESTS_LANE
                && log.startedAt(i) > newest
                && evidence.tasks.find(log.task(i)) >= 0
                && !waits(log.id(i))
                && !evidence.tests.has(log.id(i));
    }

    private boolean waits(long id) {
        for (int k = 0; k < size; k++) {
            if (ids[k] == id) {
                return true;
            }
        }
        return false;
    }

    private void await(int i) {
        if (size == MOST) {
            build();
        }
        if (size == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size] = log.id(i);
        waiting[size++] = i;
        newest = log.startedAt(i);
    }

    /** How many results count. */
    public int counted() {
        return evidence.tests.sizeWith(size) + evidence.traffic.size();
    }

    /** The evidence as it is now. */
    public Evidence build() {
        if (size > 0) {
            long[] rest = new long[size * Block.WIDTH];
            for (int k = 0; k < size; k++) {
                int i = waiting[k];
                int task = evidence.tasks.find(log.task(i));
                rest[k * Block.WIDTH] = log.startedAt(i);
                rest[k * Block.WIDTH + 1] = log.timing(i);
                rest[k * Block.WIDTH + 2] = Packed.withTask(log.verdict(i), task);
            }
            evidence = evidence.withNewerTests(Arrays.copyOf(ids, size), rest);
            size = 0;
        }
        return evidence;
    }
}
