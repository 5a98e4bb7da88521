package dev.rota.ranking.evidence;

/** Names of results, reduced to 64 bits. */
final class Hashes {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hashes() {}

    /**
     * A well-mixed hash of the text. Two ids among the few hundred that one model keeps collide with a chance below one
     * in 10<sup>14</sup>.
     */
    static long of(String text) {
        long hash = text.length() * MULTIPLIER;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }
}
