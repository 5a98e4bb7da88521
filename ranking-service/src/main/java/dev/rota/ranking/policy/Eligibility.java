package dev.rota.ranking.policy;

import dev.rota.domain.model.Facts;
import dev.rota.domain.standing.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter a rotation. A demand on a fact that no catalogue told is not met; no demand, no question.
 *
 * @param price what it may cost
 * @param minContextLength tokens; 0 for no demand
 * @param parameters request parameters it must take, such as {@code tools}
 * @param inputModalities what it must read, such as {@code text}
 * @param outputModalities what it must write
 * @param catalogues where it must come from; empty for anywhere
 * @param include patterns of models, {@code *} for any text; empty for all
 * @param exclude the same for models to leave out; stronger than {@code include}
 * @param minSuccessRate from 0 to 1
 * @param minQuality from 0 to 1; 0 for no demand, so that a model nobody graded passes
 * @param minObservations results that count
 * @param maxLatencyP50 median latency; null for no demand
 * @param setAsideAfterFailures consecutive failures after which it stays out until it answers again
 * @param maxAgeOfEvidence how old its newest result may be
 */
public record Eligibility(
        Price price,
        long minContextLength,
        Set<String> parameters,
        Set<String> inputModalities,
        Set<String> outputModalities,
        Set<String> catalogues,
        List<Pattern> include,
        List<Pattern> exclude,
        double minSuccessRate,
        double minQuality,
        long minObservations,
        @Nullable Duration maxLatencyP50,
        int setAsideAfterFailures,
        Duration maxAgeOfEvidence) {

    /** What a policy that says nothing gets. */
    public static final Eligibility DEFAULT = new Eligibility(
            Price.NOT_KNOWN_PAID,
            0,
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            List.of(),
            0.02,
            0,
            1,
            null,
            8,
            Duration.ofDays(7));

    public Eligibility {
        parameters = Sorted.copy(parameters);
        inputModalities = Sorted.copy(inputModalities);
        outputModalities = Sorted.copy(outputModalities);
        catalogues = Sorted.copy(catalogues);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (setAsideAfterFailures < 1) {
            throw new IllegalArgumentException("setAsideAfterFailures must be 1 or more, not " + setAsideAfterFailures);
        }
    }

    /** The rule that keeps the model out, as half a sentence; empty if none does. Age of evidence is asked apart. */
    public Optional<String> objection(Standing standing) {
        Optional<String> facts = objectionToFacts(standing);
        return facts.isPresent() ? facts : objectionToEvidence(standing);
    }

    /** Whether its newest result is too old at the moment. */
    public boolean tooOld(Standing standing, Instant at) {
        Instant last = standing.lastResultAt();
        return last == null || last.plus(maxAgeOfEvidence).isBefore(at);
    }

    /** The rule about catalogue, name or facts that keeps the model out, whatever its evidence; empty if none does. */
    public Optional<String> objectionToFacts(Standing standing) {
        if (standing.retired()) {
            return Optional.of("its catalogue dropped it at " + standing.retiredAt());
        }
        if (!catalogues.isEmpty() && !catalogues.contains(standing.model().catalogue())) {
            return Optional.of("its catalogue is none of " + String.join(", ", catalogues));
        }
        Optional<String> name = include.isEmpty() && exclude.isEmpty()
                ? Optional.empty()
                : objectionToName(standing.model().toString());
        return name.isPresent() ? name : FactRules.objection(this, standing.facts());
    }

    private Optional<String> objectionToName(String model) {
        if (!include.isEmpty() && include.stream().noneMatch(pattern -> pattern.matches(model))) {
            return Optional.of("no pattern of the policy includes it");
        }
        return exclude.stream()
                .filter(pattern -> pattern.matches(model))
                .findFirst()
                .map(excluding -> "the policy excludes " + excluding.text());
    }

    private Optional<String> objectionToEvidence(Standing standing) {
        if (standing.observations() < minObservations) {
            return Optional.of(
                    "it has " + standing.observations() + " results and the policy asks for " + minObservations);
        }
        if (standing.consecutiveFailures() >= setAsideAfterFailures) {
            return Optional.of("it failed " + standing.consecutiveFailures() + " times in a row, last with "
                    + standing.lastFailureKind() + "; one success lets it in again");
        }
        Double p50 = standing.latencyP50Ms();
        if (p50 == null || standing.expectedTimeToSuccessMs() == null) {
            return Optional.of("it never answered");
        }
        if (standing.successRate() < minSuccessRate) {
            return Optional.of(percent("its success rate is ", standing.successRate(), minSuccessRate));
        }
        Double quality = standing.quality();
        if (minQuality > 0 && (quality == null || quality < minQuality)) {
            return Optional.of(
                    quality == null
                            ? "nothing graded its answers and the policy asks for quality"
                            : percent("its quality is ", quality, minQuality));
        }
        if (maxLatencyP50 != null && p50 > maxLatencyP50.toMillis()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "its median latency is %.1f s and the policy allows %.1f s",
                    p50 / 1000,
                    maxLatencyP50.toMillis() / 1000.0));
        }
        return Optional.empty();
    }

    private static String percent(String what, double has, double asks) {
        return String.format(Locale.ROOT, "%s%.1f %% and the policy asks for %.1f %%", what, has * 100, asks * 100);
    }

    /** What a model's facts must be. */
    private static final class FactRules {
        static Optional<String> objection(Eligibility rules, @Nullable Facts facts) {
            if (facts == null) {
                return rules.demandsFacts()
                        ? Optional.of("no catalogue tells the facts that the policy demands of it")
                        : Optional.empty();
            }
            if (rules.price != Price.ANY && !facts.free()) {
                return Optional.of("it costs money");
            }
            if (facts.contextLength() < rules.minContextLength) {
                return Optional.of("its context holds " + facts.contextLength() + " tokens and the policy asks for "
                        + rules.minContextLength);
            }
            return missing("take the parameter ", rules.parameters, facts.supportedParameters())
                    .or(() -> missing("read ", rules.inputModalities, facts.inputModalities()))
                    .or(() -> missing("write ", rules.outputModalities, facts.outputModalities()));
        }

        private static Optional<String> missing(String what, Set<String> wanted, Set<String> has) {
            return wanted.stream()
                    .filter(value -> !has.contains(value))
                    .findFirst()
                    .map(value -> "it does not " + what + value);
        }
    }

    private boolean demandsFacts() {
        return price == Price.FREE
                || minContextLength > 0
                || !parameters.isEmpty()
                || !inputModalities.isEmpty()
                || !outputModalities.isEmpty();
    }
}
