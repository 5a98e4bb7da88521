package dev.rota.export;

import dev.rota.domain.model.Facts;
import dev.rota.domain.rotation.RotationEntry;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One model that goes out, with what a tool needs to call it.
 *
 * @param order its place among those that go out, from 1
 * @param entry its place and figures in the rotation
 * @param facts the catalogue's facts; null only if a paid model would have been welcome too
 * @param endpoint where it is called
 */
record Target(int order, RotationEntry entry, @Nullable Facts facts, Endpoint endpoint) {
    /**
     * Waits long enough for all but one of a hundred slow answers, in steps, so that a file does not change for
     * nothing.
     */
    private static final int[] TIMEOUTS = {30, 60, 120, 300, 600};

    private static final double PATIENCE = 3;

    /** The name LiteLLM, and what is built on it, calls the model by. */
    String litellmModel() {
        return (endpoint.openRouter() ? "openrouter/" : "openai/") + providerId();
    }

    String providerId() {
        return entry.model().providerId();
    }

    /** Seconds to wait for an answer: three times the slowest of twenty, rounded up to 30, 60, 120, 300 or 600. */
    int timeoutSeconds() {
        double wanted = PATIENCE * entry.latencyP95Ms() / 1000;
        for (int timeout : TIMEOUTS) {
            if (wanted <= timeout) {
                return timeout;
            }
        }
        return TIMEOUTS[TIMEOUTS.length - 1];
    }

    boolean tools() {
        return facts != null && facts.supports("tools");
    }

    boolean vision() {
        return facts != null && facts.inputModalities().contains("image");
    }

    /** US dollars a token; null if the catalogue does not say. */
    static @Nullable BigDecimal price(@Nullable String price) {
        if (price == null) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(price);
            return value.signum() < 0 ? null : value;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
