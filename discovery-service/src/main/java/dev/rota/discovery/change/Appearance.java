package dev.rota.discovery.change;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason to test a model that its catalogue gave: it is new, has changed, or is back. Each deserves one probe.
 *
 * @param trigger which of them
 * @param at when it was seen; together with the model it identifies the appearance
 */
public record Appearance(Trigger trigger, Instant at) {
    /** What the facts alone tell, where nothing better was kept: unchanged since first seen is new. */
    public static @Nullable Appearance of(ModelFacts facts) {
        if (facts.retired()) {
            return null;
        }
        boolean unchanged = facts.changedAt().equals(facts.firstSeenAt());
        return new Appearance(unchanged ? Trigger.NEW : Trigger.CHANGED, facts.changedAt());
    }

    /** Written {@code NEW@<epoch milliseconds>}. */
    public String format() {
        return trigger + "@" + at.toEpochMilli();
    }

    /** Reads what {@link #format} wrote; null if it is something else. */
    public static @Nullable Appearance parse(String text) {
        int at = text.indexOf('@');
        try {
            return at < 0
                    ? null
                    : new Appearance(
                            Trigger.valueOf(text.substring(0, at)),
                            Instant.ofEpochMilli(Long.parseLong(text.substring(at + 1))));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
