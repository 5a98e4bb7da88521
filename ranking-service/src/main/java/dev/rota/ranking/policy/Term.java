package dev.rota.ranking.policy;

import dev.rota.domain.model.Facts;
import dev.rota.domain.standing.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A figure of a standing that an ordering expression may name. A figure that is not known is NaN. */
@SuppressWarnings("ImmutableEnumChecker") // its getters hold no state
enum Term {
    EXPECTED_TIME_TO_SUCCESS_MS("expectedTimeToSuccessMs", s -> known(s.expectedTimeToSuccessMs())),
    SUCCESS_RATE("successRate", Standing::successRate),
    SUCCESS_RATE_LOW("successRateLow", Standing::successRateLow),
    SUCCESS_RATE_HIGH("successRateHigh", Standing::successRateHigh),
    EXPECTED_LATENCY_MS("expectedLatencyMs", s -> known(s.expectedLatencyMs())),
    EXPECTED_FAILURE_MS("expectedFailureMs", s -> known(s.expectedFailureMs())),
    LATENCY_P50_MS("latencyP50Ms", s -> known(s.latencyP50Ms())),
    LATENCY_P95_MS("latencyP95Ms", s -> known(s.latencyP95Ms())),
    FIRST_TOKEN_P50_MS("firstTokenP50Ms", s -> known(s.firstTokenP50Ms())),
    QUALITY("quality", s -> known(s.quality())),
    OBSERVATIONS("observations", Standing::observations),
    WEIGHT("weight", Standing::weight),
    CONSECUTIVE_FAILURES("consecutiveFailures", Standing::consecutiveFailures),
    CONTEXT_LENGTH("contextLength", s -> s.facts() == null ? Double.NaN : contextLength(s.facts())),
    PROMPT_PRICE("promptPricePerToken", s -> price(s, true)),
    COMPLETION_PRICE("completionPricePerToken", s -> price(s, false));

    private final String text;
    private final ToDoubleFunction<Standing> figure;

    Term(String text, ToDoubleFunction<Standing> figure) {
        this.text = text;
        this.figure = figure;
    }

    double of(Standing standing) {
        return figure.applyAsDouble(standing);
    }

    static Optional<Term> named(String text) {
        return Arrays.stream(values()).filter(term -> term.text.equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(term -> term.text).toList();
    }

    private static double known(@Nullable Double figure) {
        return figure == null ? Double.NaN : figure;
    }

    private static double contextLength(Facts facts) {
        return facts.contextLength() == 0 ? Double.NaN : facts.contextLength();
    }

    private static double price(Standing standing, boolean prompt) {
        Facts facts = standing.facts();
        String price = facts == null ? null : prompt ? facts.promptPricePerToken() : facts.completionPricePerToken();
        try {
            return price == null ? Double.NaN : Double.parseDouble(price);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
