package dev.rota.report.history;

/** Sixty-four bits of an id: among ten million, two alike are less likely than one in a hundred thousand. */
final class Ids {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Ids() {}

    /** A polynomial of the characters, stirred as in SplitMix64 (Steele et al. 2014). */
    static long hash(String id) {
        long h = id.length();
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * PRIME;
            h ^= h >>> 32;
        }
        h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 31);
    }
}
