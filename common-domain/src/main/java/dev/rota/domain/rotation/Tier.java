package dev.rota.domain.rotation;

/** A class of models by median latency; the lower bound belongs to the tier, the upper one to the next. */
public enum Tier {
    /** Below 2 s. */
    ULTRA_FAST(2_000),
    /** From 2 s, below 5 s. */
    FAST(5_000),
    /** From 5 s, below 15 s. */
    BALANCED(15_000),
    /** 15 s and more. */
    SLOW(Double.POSITIVE_INFINITY);

    private final double belowMs;

    Tier(double belowMs) {
        this.belowMs = belowMs;
    }

    /** The tier of a median latency in milliseconds. */
    public static Tier of(double latencyP50Ms) {
        for (Tier tier : values()) {
            if (latencyP50Ms < tier.belowMs) {
                return tier;
            }
        }
        return SLOW;
    }
}
