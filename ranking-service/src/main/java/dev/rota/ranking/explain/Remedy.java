package dev.rota.ranking.explain;

import dev.rota.domain.standing.Standing;
import dev.rota.ranking.policy.Eligibility;
import java.util.List;
import java.util.Objects;

/** What would let a model in that a rule of the policy keeps out. */
final class Remedy {
    private Remedy() {}

    static List<String> of(Eligibility rules, Standing standing, String keptOut) {
        return List.of("It stays out while this holds: " + keptOut + ".", remedy(rules, standing));
    }

    // In the order in which the rules are asked, so that it speaks of the one that objects.
    private static String remedy(Eligibility rules, Standing s) {
        if (s.retired()) {
            return "It comes back on its evidence when its catalogue lists it again.";
        }
        if (rules.objectionToFacts(s).isPresent()) {
            return "Only other facts in its catalogue, or another policy, would let it in.";
        }
        if (s.observations() < rules.minObservations()) {
            return "It needs " + (rules.minObservations() - s.observations()) + " more results that count: ./rota test "
                    + s.model();
        }
        if (s.consecutiveFailures() >= rules.setAsideAfterFailures() || s.latencyP50Ms() == null) {
            return "One success lets it in; it is probed at growing intervals until then.";
        }
        if (s.successRate() < rules.minSuccessRate()) {
            return Figures.format(
                    "Its success rate must rise from %.1f to %.1f %%.",
                    s.successRate() * 100, rules.minSuccessRate() * 100);
        }
        if (rules.minQuality() > 0 && Objects.requireNonNullElse(s.quality(), 0.0) < rules.minQuality()) {
            return Figures.format("Its graded answers must reach a quality of %.2f.", rules.minQuality());
        }
        return rules.objection(s).isPresent()
                ? "Its answers must become faster."
                : "It needs a new result: ./rota test " + s.model();
    }
}
