package dev.rota.discovery.wanted;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import java.util.List;

/**
 * The answer to "is there such a model?".
 *
 * @param wanted the id as it was asked for
 * @param exact the models of exactly that id that are there now, one a catalogue at most
 * @param nearest if there are none, the nearest real ids, the best first
 */
public record Finding(String wanted, List<ModelFacts> exact, List<Suggestion> nearest) {
    public Finding {
        exact = List.copyOf(exact);
        nearest = List.copyOf(nearest);
    }

    public boolean exists() {
        return !exact.isEmpty();
    }

    private static String price(Facts facts) {
        if (facts.free()) {
            return "free";
        }
        boolean known = facts.promptPricePerToken() != null && facts.completionPricePerToken() != null;
        return known ? "for money" : "its price not known";
    }

    /** One sentence that says it all. */
    public String sentence() {
        if (exists()) {
            ModelFacts found = exact.getFirst();
            return found.model() + " is in the catalogue, " + price(found.facts());
        }
        if (nearest.isEmpty()) {
            return wanted + " is in no catalogue, and nothing in them is like it";
        }
        Suggestion best = nearest.getFirst();
        return best.model().model().providerId().equals(wanted)
                ? wanted + ": " + best.reason()
                : wanted + " is in no catalogue; nearest: " + best.model().model() + " (" + best.reason() + ")";
    }
}
