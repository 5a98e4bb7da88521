package dev.rota.ranking.replay;

import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.util.Objects;

/**
 * Whether a model's new results deserve an estimate at once. A result that says what was expected of the model can
 * wait: such results are taken together, a thirty-second part of the evidence or half an hour of them at a time. A
 * surprise cannot, nor can anything of a model that little is known of.
 *
 * <p>A model out of reach of every rotation can only come nearer by answers that were not expected: one of a model that
 * hardly ever answers, more of another's than chance accounts for, or more fast ones. Of all else a quarter of the
 * evidence, or three days, is taken together.
 */
final class Attention {
    /** An outcome at least so likely is no surprise. */
    private static final double LIKELY = 0.2;

    private static final int PART = 32;
    private static final long LONGEST = Duration.ofMinutes(30).toMillis();

    private static final int FAR_PART = 4;
    private static final long FAR_LONGEST = Duration.ofDays(3).toMillis();

    /** Of the results, those that are answers. */
    private final Surplus answers = new Surplus();

    /** Of the answers, those faster than its median. */
    private final Surplus fastAnswers = new Surplus();

    private double rate = Double.NaN;
    private double medianMs = Double.NaN;
    private long lookedAt;

    /**
     * Takes in a new result.
     *
     * @param success whether the model answered
     * @param latencyMs until the end of the answer, or until the failure was known, in milliseconds
     * @param counted how many results count by now
     * @param near whether it is in reach of a rotation
     * @return whether it must be looked at at once
     */
    boolean urgent(boolean success, int latencyMs, int counted, long at, boolean near) {
        answers.add(success);
        if (success) {
            fastAnswers.add(latencyMs < medianMs);
        }
        boolean news = near ? unlikely(success) : success && promising();
        int part = near ? PART : FAR_PART;
        return news || answers.trials() > counted / part || at - lookedAt > (near ? LONGEST : FAR_LONGEST);
    }

    private boolean promising() {
        return unlikely(true) || answers.large() || fastAnswers.large();
    }

    private boolean unlikely(boolean success) {
        return !((success ? rate : 1 - rate) >= LIKELY); // nothing is likely before the first look
    }

    /** Whether results wait. */
    boolean waits() {
        return answers.trials() > 0;
    }

    /** An estimate was made. */
    void looked(Standing standing, long at) {
        lookedAt = at;
        rate = standing.successRate();
        medianMs = Objects.requireNonNullElse(standing.latencyP50Ms(), Double.NaN);
        answers.restart(rate);
        fastAnswers.restart(0.5);
    }
}
