package dev.rota.discovery.plan;

import dev.rota.domain.model.Facts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What probes may cost at the most, in US dollars. The testers know their prompts, and reserve and settle to the token;
 * planning takes every request for a large one, so that what it plans is not refused there.
 */
public final class ProbeCost {
    private static final double PROMPT_TOKENS = 2_000;

    /** The stock suites allow an answer no more. */
    private static final double COMPLETION_TOKENS = 4_096;

    private ProbeCost() {}

    /** Of that many requests; infinite where the price is not known or not fixed. */
    public static double usd(Facts facts, int requests) {
        if (facts.free()) {
            return 0;
        }
        double request = PROMPT_TOKENS * price(facts.promptPricePerToken())
                + COMPLETION_TOKENS * price(facts.completionPricePerToken());
        return requests * request;
    }

    private static double price(@Nullable String decimal) {
        double price = decimal == null ? -1 : new BigDecimal(decimal).doubleValue();
        return price < 0 ? Double.POSITIVE_INFINITY : price;
    }
}
