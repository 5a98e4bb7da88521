package dev.rota.ranking.policy;

import java.time.Duration;

/**
 * What keeps a primary in its place.
 *
 * @param margin the share by which a challenger's order value must be lower, from 0 to below 1
 * @param dwell how long a primary stays at least, unless it fails or becomes ineligible
 * @param unseatAfterFailures consecutive failures that cancel dwell and margin
 * @param notice the share by which a figure must move before a reader is told
 */
public record Steadiness(double margin, Duration dwell, int unseatAfterFailures, double notice) {
    /** What a policy that says nothing gets. */
    public static final Steadiness DEFAULT = new Steadiness(0.3, Duration.ofMinutes(30), 2, 0.1);

    public Steadiness {
        share("margin", margin);
        share("notice", notice);
        if (dwell.isNegative()) {
            throw new IllegalArgumentException("dwell must be 0 or more, not " + dwell);
        }
        if (unseatAfterFailures < 1) {
            throw new IllegalArgumentException("unseatAfterFailures must be 1 or more, not " + unseatAfterFailures);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be 0 or more and below 1, not " + value);
        }
    }
}
