package dev.rota.discovery.wanted;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.text.Nearest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers what became of ids that somebody wants, from everything the catalogues have ever listed. Immutable. */
public final class WantedModels {
    private static final int MOST = 5;

    /** Below this an id has nothing to do with the one asked for. */
    private static final double LEAST_LIKENESS = 0.5;

    private record Scored(ModelFacts model, double likeness) {}

    private final Collection<ModelFacts> models;

    /** @param models everything known, retired models included */
    public WantedModels(Collection<ModelFacts> models) {
        this.models = List.copyOf(models);
    }

    /** Looks for a provider's id, with or without the catalogue before it. */
    public Finding find(String wanted) {
        String id = wanted.strip();
        List<ModelFacts> exact = models.stream()
                .filter(model -> !model.retired() && named(model, id))
                .sorted(Comparator.comparing(ModelFacts::model))
                .toList();
        return new Finding(wanted, exact, exact.isEmpty() ? nearest(id) : List.of());
    }

    private static boolean named(ModelFacts model, String id) {
        return model.model().providerId().equals(id) || model.model().toString().equals(id);
    }

    private List<Suggestion> nearest(String wanted) {
        String id = withoutCatalogue(wanted);
        IdParts parts = IdParts.of(id);
        return models.stream()
                .map(model -> new Scored(model, likeness(parts, model)))
                .filter(scored -> scored.likeness() >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble(Scored::likeness)
                        .reversed()
                        .thenComparing(scored -> scored.model().retired())
                        .thenComparing(scored -> !scored.model().facts().free())
                        .thenComparing(scored -> scored.model().model()))
                .limit(MOST)
                .map(scored -> new Suggestion(scored.model(), Reasons.of(id, parts, scored.model())))
                .toList();
    }

    private String withoutCatalogue(String wanted) {
        int slash = wanted.indexOf('/');
        if (slash <= 0) {
            return wanted;
        }
        String first = wanted.substring(0, slash);
        boolean catalogue =
                models.stream().anyMatch(model -> model.model().catalogue().equals(first));
        // ollama/llama3 is catalogue and model, openrouter/free is family and model.
        boolean family = wanted.indexOf('/', slash + 1) < 0
                && models.stream().anyMatch(model -> model.facts().family().equals(first));
        return catalogue && !family ? wanted.substring(slash + 1) : wanted;
    }

    /** From 0 to 1 and a little: shared words, the name as a whole, and small bonuses for family and variant. */
    private static double likeness(IdParts wanted, ModelFacts model) {
        IdParts real = IdParts.of(model.model().providerId());
        double words = overlap(wanted.words(), real.words());
        int longest = Math.max(wanted.name().length(), real.name().length());
        double spelling = longest == 0 ? 0 : 1 - (double) Nearest.distance(wanted.name(), real.name()) / longest;
        double likeness = 0.9 * Math.max(words, spelling);
        likeness += wanted.family().equals(real.family()) ? 0.08 : 0;
        likeness += Set.copyOf(wanted.variants()).equals(Set.copyOf(real.variants())) ? 0.02 : 0;
        return likeness;
    }

    /** Shared words as a part of all words (Jaccard 1901). */
    private static double overlap(List<String> left, List<String> right) {
        Set<String> all = new HashSet<>(left);
        Set<String> shared = new HashSet<>(left);
        all.addAll(right);
        shared.retainAll(new HashSet<>(right));
        return all.isEmpty() ? 0 : (double) shared.size() / all.size();
    }
}
