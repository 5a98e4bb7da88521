package dev.rota.ranking.evidence;

import java.util.Arrays;

/**
 * Up to {@value #CAPACITY} neighbouring results of a lane, sorted by (start, id). The unit of copying, and of what is
 * written to a changelog.
 *
 * @param serial the block's name within its lane
 * @param ids hashes of the result ids, apart from the rest so that a search for a duplicate reads little memory
 * @param rest per result: start in epoch milliseconds, timing, verdict
 */
@SuppressWarnings("ArrayRecordComponent") // a value of this package, shared and never written to
record Block(int serial, long[] ids, long[] rest) {
    static final int CAPACITY = 16;
    static final int WIDTH = 3;

    static Block of(int serial, long id, long time, long timing, long verdict) {
        return new Block(serial, new long[] {id}, new long[] {time, timing, verdict});
    }

    int size() {
        return ids.length;
    }

    boolean full() {
        return ids.length >= CAPACITY;
    }

    long time(int i) {
        return rest[i * WIDTH];
    }

    long timing(int i) {
        return rest[i * WIDTH + 1];
    }

    long verdict(int i) {
        return rest[i * WIDTH + 2];
    }

    int find(long id) {
        for (int i = ids.length - 1; i >= 0; i--) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the i-th result comes before (time, id). */
    boolean before(int i, long time, long id) {
        long own = time(i);
        return own != time ? own < time : ids[i] < id;
    }

    /** Where a result belongs: after all that come before it. */
    int place(long time, long id) {
        int i = ids.length;
        while (i > 0 && !before(i - 1, time, id)) {
            i--;
        }
        return i;
    }

    Block insert(int at, long id, long time, long timing, long verdict) {
        long[] moreIds = Arrays.copyOf(ids, ids.length + 1);
        long[] more = Arrays.copyOf(rest, rest.length + WIDTH);
        System.arraycopy(ids, at, moreIds, at + 1, ids.length - at);
        System.arraycopy(rest, at * WIDTH, more, (at + 1) * WIDTH, (ids.length - at) * WIDTH);
        moreIds[at] = id;
        more[at * WIDTH] = time;
        more[at * WIDTH + 1] = timing;
        more[at * WIDTH + 2] = verdict;
        return new Block(serial, moreIds, more);
    }

    /** With the first of other results after its own. */
    Block append(long[] otherIds, long[] other, int count) {
        long[] moreIds = Arrays.copyOf(ids, ids.length + count);
        long[] more = Arrays.copyOf(rest, rest.length + count * WIDTH);
        System.arraycopy(otherIds, 0, moreIds, ids.length, count);
        System.arraycopy(other, 0, more, rest.length, count * WIDTH);
        return new Block(serial, moreIds, more);
    }

    Block remove(int at) {
        long[] fewerIds = new long[ids.length - 1];
        long[] fewer = new long[rest.length - WIDTH];
        System.arraycopy(ids, 0, fewerIds, 0, at);
        System.arraycopy(ids, at + 1, fewerIds, at, ids.length - at - 1);
        System.arraycopy(rest, 0, fewer, 0, at * WIDTH);
        System.arraycopy(rest, (at + 1) * WIDTH, fewer, at * WIDTH, (ids.length - at - 1) * WIDTH);
        return new Block(serial, fewerIds, fewer);
    }

    /** The results from {@code from} on, below {@code to}, as a block of its own. */
    Block slice(int newSerial, int from, int to) {
        return new Block(
                newSerial, Arrays.copyOfRange(ids, from, to), Arrays.copyOfRange(rest, from * WIDTH, to * WIDTH));
    }

    Block mapVerdicts(java.util.function.LongUnaryOperator change) {
        long[] changed = rest.clone();
        for (int i = 2; i < changed.length; i += WIDTH) {
            changed[i] = change.applyAsLong(changed[i]);
        }
        return new Block(serial, ids, changed);
    }
}
