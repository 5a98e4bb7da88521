package dev.rota.gateway.view;

import org.jspecify.annotations.Nullable;

/**
 * How far a view can be trusted.
 *
 * @param topic the topic it shows
 * @param caughtUp whether it has all that was there when it began
 * @param problem why it does not get on; null if nothing hinders it
 */
public record ViewState(
        String topic, boolean caughtUp, @Nullable String problem) {
    public boolean ready() {
        return caughtUp && problem == null;
    }
}
