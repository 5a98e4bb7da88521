package dev.rota.ranking.policy;

import dev.rota.domain.standing.Standing;
import java.time.Duration;

/**
 * What keeps a primary in its place.
 *
 * @param margin the share by which a challenger's order value must be lower even if both are known very well, from 0 to
 *     below 1
 * @param caution how much is added to the margin for figures that rest on little evidence: this times the square root
 *     of 1 / w + 1 / v, with w and v the weights of the two models' evidence; 0 for nothing
 * @param dwell how long a primary stays at least, unless it fails or becomes ineligible; like the margin it protects
 *     only models with the weight of five fresh results, or the first model tested would stay first
 * @param unseatAfterFailures consecutive failures that cancel margin and caution
 * @param notice the share by which a figure must move before a reader is told
 */
public record Steadiness(double margin, double caution, Duration dwell, int unseatAfterFailures, double notice) {
    /** What a policy that says nothing gets. */
    public static final Steadiness DEFAULT = new Steadiness(0.35, 1, Duration.ofMinutes(30), 5, 0.1);

    /** However little is known, a challenger that needs less than a third of the time gets its chance. */
    private static final double HIGHEST_MARGIN = 0.7;

    /** A primary whose evidence weighs less than so many fresh results has not earned its place yet. */
    private static final double ESTABLISHED = 5;

    public Steadiness {
        share("margin", margin);
        share("notice", notice);
        if (!(caution >= 0 && caution <= 100)) {
            throw new IllegalArgumentException("caution must be from 0 to 100, not " + caution);
        }
        if (dwell.isNegative()) {
            throw new IllegalArgumentException("dwell must be 0 or more, not " + dwell);
        }
        if (unseatAfterFailures < 1) {
            throw new IllegalArgumentException("unseatAfterFailures must be 1 or more, not " + unseatAfterFailures);
        }
    }

    /** Whether dwell and margin protect the model at all. */
    public boolean protects(Standing primary) {
        return established(primary) && !failing(primary);
    }

    /** Whether enough is known of the model to protect it. */
    public boolean established(Standing primary) {
        return primary.weight() >= ESTABLISHED;
    }

    /** Whether the model failed too often in a row to be protected. */
    public boolean failing(Standing primary) {
        return primary.consecutiveFailures() >= unseatAfterFailures;
    }

    /** The share by which the challenger's order value must be lower than the primary's. */
    public double marginBetween(Standing primary, Standing challenger) {
        double doubt = Math.sqrt(1 / Math.max(1, primary.weight()) + 1 / Math.max(1, challenger.weight()));
        return Math.max(margin, Math.min(HIGHEST_MARGIN, margin + caution * doubt));
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be 0 or more and below 1, not " + value);
        }
    }
}
