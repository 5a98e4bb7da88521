package dev.rota.ranking.standing;

/**
 * An 80 % interval of a success rate (Wilson 1927), from the estimate and the weight of the evidence behind it.
 *
 * @param low lower bound
 * @param high upper bound
 */
record Interval(double low, double high) {
    /** Of the standard normal distribution, 10 % lie above it. */
    private static final double Z = 1.2816;

    /** The prior is worth this many results. */
    private static final double PRIOR = 2;

    static Interval of(double rate, double weight) {
        double n = weight + PRIOR;
        double centre = (rate + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(rate * (1 - rate) / n + Z * Z / (4 * n * n));
        return new Interval(Math.clamp(centre - half, 0, rate), Math.clamp(centre + half, rate, 1));
    }
}
