package dev.rota.discovery.plan;

import java.time.Duration;

/**
 * How often models are looked at where the budget permits.
 *
 * @param leaders how many models count as near the top
 * @param leaderEvery pause between looks at one of them; also the first pause after a failure
 * @param uncertainEvery pause for a model of which too little is known
 * @param otherEvery pause for the rest
 * @param longestPause how far the pauses of a failing model grow
 * @param unansweredAfter when a probe without a result counts as lost
 * @param expiryNotice how long before the announced end of a leader replacements are looked for
 */
public record ProbePolicy(
        int leaders,
        Duration leaderEvery,
        Duration uncertainEvery,
        Duration otherEvery,
        Duration longestPause,
        Duration unansweredAfter,
        Duration expiryNotice) {

    public static final ProbePolicy DEFAULT = every(Duration.ofMinutes(15));

    public ProbePolicy {
        if (leaders < 1) {
            throw new IllegalArgumentException("leaders must be 1 or more, not " + leaders);
        }
        positive("leaderEvery", leaderEvery);
        positive("uncertainEvery", uncertainEvery);
        positive("otherEvery", otherEvery);
        positive("longestPause", longestPause);
        positive("unansweredAfter", unansweredAfter);
        positive("expiryNotice", expiryNotice);
    }

    /** The stock proportions around one pause, that between looks at a model near the top. */
    public static ProbePolicy every(Duration leaderEvery) {
        Duration day = Duration.ofDays(1);
        Duration other = leaderEvery.multipliedBy(8);
        return new ProbePolicy(
                8,
                leaderEvery,
                leaderEvery.multipliedBy(2),
                other,
                other.compareTo(day) > 0 ? other : day,
                Duration.ofHours(6),
                Duration.ofDays(3));
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be more than nothing, not " + value);
        }
    }
}
