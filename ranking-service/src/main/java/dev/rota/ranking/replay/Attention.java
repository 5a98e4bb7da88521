package dev.rota.ranking.replay;

import dev.rota.domain.standing.Standing;
import java.time.Duration;

/**
 * Whether a model's new results deserve an estimate at once. A result that says what was expected of the model can
 * wait: such results are taken together, a thirty-second part of the evidence or half an hour of them at a time. A
 * surprise cannot, nor can anything of a model that little is known of.
 *
 * <p>A model out of reach of every rotation can only come nearer by answers that were not expected: one of a model that
 * hardly ever answers, or more of another's than chance accounts for. Of all else an eighth part of the evidence, or
 * three days, is taken together.
 */
final class Attention {
    /** An outcome at least so likely is no surprise. */
    private static final double LIKELY = 0.2;

    private static final int PART = 32;
    private static final long LONGEST = Duration.ofMinutes(30).toMillis();

    private static final int FAR_PART = 8;
    private static final long FAR_LONGEST = Duration.ofDays(3).toMillis();

    /** More successes than expected by one, and by so many standard deviations of a binomial distribution, are news. */
    private static final double SURPLUS = 1;

    private double rate = Double.NaN;
    private int waiting;
    private int answered;
    private long lookedAt;

    /**
     * Takes in a new result.
     *
     * @param success whether the model answered
     * @param counted how many results count by now
     * @param near whether it is in reach of a rotation
     * @return whether it must be looked at at once
     */
    boolean urgent(boolean success, int counted, long at, boolean near) {
        waiting++;
        answered += success ? 1 : 0;
        boolean news = near ? unlikely(success) : success && (unlikely(true) || surplus());
        int part = near ? PART : FAR_PART;
        return news || waiting > counted / part || at - lookedAt > (near ? LONGEST : FAR_LONGEST);
    }

    private boolean unlikely(boolean success) {
        return !((success ? rate : 1 - rate) >= LIKELY); // nothing is likely before the first look
    }

    private boolean surplus() {
        return answered - waiting * rate > 1 + SURPLUS * Math.sqrt(waiting * rate * (1 - rate));
    }

    /** Whether results wait. */
    boolean waits() {
        return waiting > 0;
    }

    /** An estimate was made. */
    void looked(Standing standing, long at) {
        waiting = 0;
        answered = 0;
        lookedAt = at;
        rate = standing.successRate();
    }
}
