package dev.rota.simulator.behaviour;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness that depends on the seed, the model and the number of the request, and on nothing else: requests to other
 * models and the order in which threads run change nothing.
 */
public final class Seeds {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Seeds() {}

    /** The generator for one request to one model. */
    public static RandomGenerator of(long seed, String model, long request) {
        return new SplittableRandom(hash(model) ^ (seed * GOLDEN) ^ Long.rotateLeft((request + 1) * GOLDEN, 31));
    }

    /** FNV-1a, 64 bits: {@link String#hashCode} would give similar models similar randomness. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
