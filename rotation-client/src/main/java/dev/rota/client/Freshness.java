package dev.rota.client;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription's snapshot can be trusted.
 *
 * @param connected whether the source answers at present
 * @param heardAt when the source last answered; null if it never did
 * @param problem why it does not; null while it does
 * @param staleSince since when the publisher itself distrusts new evidence, so that this is the last good rotation;
 *     null if it does not
 */
public record Freshness(
        boolean connected,
        @Nullable Instant heardAt,
        @Nullable String problem,
        @Nullable Instant staleSince) {

    static final Freshness NEVER = new Freshness(false, null, "no answer yet", null);

    /** Whether the publisher vouches for the snapshot and the source answered within {@code limit} of {@code now}. */
    public boolean fresh(Instant now, Duration limit) {
        return staleSince == null && heardAt != null && !heardAt.plus(limit).isBefore(now);
    }
}
