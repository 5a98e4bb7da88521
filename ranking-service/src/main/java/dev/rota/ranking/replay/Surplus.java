package dev.rota.ranking.replay;

/** Whether something happens more often than its chance accounts for. For one thread at a time. */
final class Surplus {
    /** More than expected by one, and by so many standard deviations of a binomial distribution. */
    private static final double DEVIATIONS = 1;

    private double chance = Double.NaN;
    private int trials;
    private int hits;

    /**
     * Begins to count anew.
     *
     * @param newChance of one trial, from 0 to 1
     */
    void restart(double newChance) {
        chance = newChance;
        trials = 0;
        hits = 0;
    }

    void add(boolean hit) {
        trials++;
        hits += hit ? 1 : 0;
    }

    int trials() {
        return trials;
    }

    /** False as long as the chance is not known. */
    boolean large() {
        return hits - trials * chance > 1 + DEVIATIONS * Math.sqrt(trials * chance * (1 - chance));
    }
}
