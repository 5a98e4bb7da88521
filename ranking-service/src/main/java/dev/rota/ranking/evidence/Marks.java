package dev.rota.ranking.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * A fingerprint of each block's ids, so that a new id is known to be new without reading the blocks: Bloom filters of
 * 128 bits, four of them for an id. For the sixteen ids of a block one says "may be in it" of one foreign id in forty.
 * Immutable.
 */
final class Marks {
    static final Marks NONE = new Marks(new long[0]);

    private static final int WORDS = 2;

    private final long[] words;

    private Marks(long[] words) {
        this.words = words;
    }

    static Marks of(List<Block> blocks) {
        return NONE.spliced(0, 0, blocks.toArray(Block[]::new));
    }

    // A shift is by the lowest six bits alone.
    private static long low(long id) {
        return (1L << id) | (1L << (id >>> 6));
    }

    private static long high(long id) {
        return (1L << (id >>> 12)) | (1L << (id >>> 18));
    }

    /** False if the id is not in the block. */
    boolean mayContain(int block, long id) {
        long low = low(id);
        long high = high(id);
        return (words[block * WORDS] & low) == low && (words[block * WORDS + 1] & high) == high;
    }

    /** With an id more in a block. */
    Marks with(int block, long id) {
        long[] changed = words.clone();
        mark(changed, block, id);
        return new Marks(changed);
    }

    /** With {@code gone} blocks from {@code at} on replaced by others. */
    Marks spliced(int at, int gone, Block... others) {
        int rest = words.length / WORDS - at - gone;
        long[] changed = Arrays.copyOf(words, (at + others.length + rest) * WORDS);
        Arrays.fill(changed, at * WORDS, (at + others.length) * WORDS, 0);
        System.arraycopy(words, (at + gone) * WORDS, changed, (at + others.length) * WORDS, rest * WORDS);
        for (int i = 0; i < others.length; i++) {
            for (long id : others[i].ids()) {
                mark(changed, at + i, id);
            }
        }
        return new Marks(changed);
    }

    private static void mark(long[] words, int block, long id) {
        words[block * WORDS] |= low(id);
        words[block * WORDS + 1] |= high(id);
    }
}
