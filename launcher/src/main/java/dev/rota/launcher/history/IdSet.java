package dev.rota.launcher.history;

import dev.rota.domain.result.TestResult;

/**
 * Which results were seen, as 64 bits each, so that ten million take a sixth of a gigabyte. Two different results meet
 * in one value with a chance below one in a hundred thousand, and then one line is called repeated that is not.
 */
final class IdSet {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] slots = new long[1 << 10];
    private int size;

    /** What a result is known by: its model and id. */
    static long fingerprint(TestResult result) {
        // The model's 32 bits are enough beside the id's 64: few models share an id at all.
        long hash = mix(result.model().hashCode(), result.resultId());
        return hash == 0 ? MULTIPLIER : hash;
    }

    /** Adds a result's fingerprint; false if it was there. */
    boolean add(long fingerprint) {
        if (size >= slots.length / 4 * 3) {
            grow();
        }
        return put(slots, fingerprint);
    }

    private boolean put(long[] into, long hash) {
        int at = (int) (hash >>> 32) & (into.length - 1);
        while (into[at] != 0) {
            if (into[at] == hash) {
                return false;
            }
            at = (at + 1) & (into.length - 1);
        }
        into[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] more = new long[slots.length * 2];
        size = 0;
        for (long hash : slots) {
            if (hash != 0) {
                put(more, hash);
            }
        }
        slots = more;
    }

    private static long mix(long hash, String text) {
        long mixed = hash + text.length();
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * MULTIPLIER;
            mixed ^= mixed >>> 29;
        }
        return mixed * 0xD6E8FEB86659FD93L;
    }
}
