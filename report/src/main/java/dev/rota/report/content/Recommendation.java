package dev.rota.report.content;

import org.jspecify.annotations.Nullable;

/**
 * What to do, and the evidence for it.
 *
 * @param urgency how soon
 * @param what one sentence that says what to do
 * @param why one sentence with the figures
 * @param command a command that helps; null if none does
 */
public record Recommendation(
        Urgency urgency, String what, String why, @Nullable String command) {
    /** How soon. */
    public enum Urgency {
        NOW,
        SOON,
        FINE
    }
}
