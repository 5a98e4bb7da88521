package dev.rota.simulator.scenario;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time.
 *
 * @param from its begin, included; null means always before
 * @param to its end, not included; null means for ever
 */
public record Window(@Nullable Moment from, @Nullable Moment to) {

    public boolean contains(Instant now, Instant start) {
        return (from == null || !now.isBefore(from.resolve(start))) && (to == null || now.isBefore(to.resolve(start)));
    }
}
