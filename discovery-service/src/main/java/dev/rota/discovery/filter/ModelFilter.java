package dev.rota.discovery.filter;

import dev.rota.discovery.catalogue.Listing;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells candidates for a test from the rest. Whatever else is asked, a candidate takes text and gives text.
 *
 * @param freeOnly whether it must cost nothing
 * @param aliases whether another name of a model is a candidate too; a test of it would test the same model twice
 * @param families if not empty, its family must be one of these; case does not matter
 * @param minContext smallest context length, in tokens; a model whose length is not known passes only 0
 * @param maxContext largest context length; null for none
 * @param parameters parameters it must support, such as {@code tools}
 * @param include if not empty, one of these must match its id
 * @param exclude none of these may match its id
 */
public record ModelFilter(
        boolean freeOnly,
        boolean aliases,
        Set<String> families,
        long minContext,
        @Nullable Long maxContext,
        Set<String> parameters,
        List<IdGlob> include,
        List<IdGlob> exclude) {

    /** What is tested unless told otherwise: every free model that takes and gives text. */
    public static final ModelFilter FREE_TEXT =
            new ModelFilter(true, false, Set.of(), 0, null, Set.of(), List.of(), List.of());

    public ModelFilter {
        families = Set.copyOf(
                families.stream().map(f -> f.toLowerCase(Locale.ROOT)).toList());
        parameters = Set.copyOf(parameters);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (maxContext != null && maxContext < minContext) {
            throw new IllegalArgumentException(
                    "maxContext must not be below minContext, " + minContext + ", but is " + maxContext);
        }
    }

    public boolean accepts(ModelFacts model) {
        return refusal(model).isEmpty();
    }

    /** The first rule that keeps the model out, for people; empty if it is a candidate. */
    public Optional<String> refusal(ModelFacts model) {
        Facts facts = model.facts();
        String id = model.model().providerId();
        if (model.retired()) {
            return Optional.of("gone since " + model.retiredAt());
        }
        if (!facts.inputModalities().contains("text")
                || !facts.outputModalities().contains("text")) {
            return Optional.of("it does not take text and give text");
        }
        if (freeOnly && !facts.free()) {
            return Optional.of("it is not free");
        }
        if (!aliases && Listing.isAlias(model.model(), model.aliasOf())) {
            return Optional.of("it is another name of " + (model.aliasOf() == null ? "a model" : model.aliasOf()));
        }
        return shape(facts).or(() -> name(facts, id));
    }

    private Optional<String> shape(Facts facts) {
        if (facts.contextLength() < minContext) {
            return Optional.of("its context of " + facts.contextLength() + " tokens is below " + minContext);
        }
        if (maxContext != null && facts.contextLength() > maxContext) {
            return Optional.of("its context of " + facts.contextLength() + " tokens is above " + maxContext);
        }
        return parameters.stream()
                .filter(parameter -> !facts.supports(parameter))
                .sorted()
                .findFirst()
                .map(parameter -> "it does not support " + parameter);
    }

    private Optional<String> name(Facts facts, String id) {
        if (!families.isEmpty() && !families.contains(facts.family().toLowerCase(Locale.ROOT))) {
            return Optional.of("its family, " + facts.family() + ", is not asked for");
        }
        if (!include.isEmpty() && include.stream().noneMatch(glob -> glob.matches(id))) {
            return Optional.of("no pattern of include matches its id");
        }
        return exclude.stream()
                .filter(glob -> glob.matches(id))
                .findFirst()
                .map(glob -> "the pattern " + glob.pattern() + " of exclude matches its id");
    }
}
