package dev.rota.ranking.evidence;

/**
 * Fingerprints of sets of ids in 64 bits: a Bloom filter with three bits an id. For the sixteen ids of a block it says
 * "may be in it" of one foreign id in seven.
 */
final class Marks {
    private Marks() {}

    static long of(long id) {
        return (1L << id) | (1L << (id >>> 6)) | (1L << (id >>> 12));
    }

    static long of(long[] ids) {
        long marks = 0;
        for (long id : ids) {
            marks |= of(id);
        }
        return marks;
    }

    static boolean mayContain(long marks, long mark) {
        return (marks & mark) == mark;
    }
}
