package dev.rota.ranking.replay;

import dev.rota.domain.standing.Standing;
import dev.rota.ranking.evidence.Evidence;
import java.time.Duration;

/**
 * Whether a model's new results deserve an estimate at once. A result that says what was expected of the model can
 * wait: such results are taken together, a thirty-second part of the evidence or half an hour of them at a time. A
 * surprise cannot, nor can anything of a model that little is known of.
 */
final class Attention {
    /** An outcome at least so likely is no surprise. */
    private static final double LIKELY = 0.2;

    private static final int PART = 32;
    private static final long LONGEST = Duration.ofMinutes(30).toMillis();

    private double rate = Double.NaN;
    private int waiting;
    private long lookedAt;

    /**
     * Takes in a new result.
     *
     * @param success whether the model answered
     * @return whether it must be looked at at once
     */
    boolean urgent(boolean success, Evidence evidence, long at) {
        waiting++;
        boolean expected = (success ? rate : 1 - rate) >= LIKELY;
        return !expected || waiting > evidence.counted() / PART || at - lookedAt > LONGEST;
    }

    /** Whether results wait. */
    boolean waits() {
        return waiting > 0;
    }

    /** An estimate was made. */
    void looked(Standing standing, long at) {
        waiting = 0;
        lookedAt = at;
        rate = standing.successRate();
    }
}
