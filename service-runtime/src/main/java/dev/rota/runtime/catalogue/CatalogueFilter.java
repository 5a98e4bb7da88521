package dev.rota.runtime.catalogue;

import dev.rota.runtime.config.Settings;
import java.util.List;

/**
 * Which models of a catalogue are candidates. A model must pass every rule; an empty list is no rule.
 *
 * @param free only models whose every text price is zero. Default true; an OpenAI-compatible catalogue says no prices,
 *     so there the models are free if {@code assumeFree} says so
 * @param assumeFree take models without a price for free: right for a server of one's own. Default false
 * @param families author parts of ids. Default none
 * @param minContext tokens of context, 0 or more. Default 0; a model whose context is unknown passes only 0
 * @param maxContext tokens of context at most; 0, the default, for no bound
 * @param parameters request parameters all of which a model must take, such as {@code tools}. Default none
 * @param include globs on the provider's ids, one of which must match. Default none
 * @param exclude globs on the provider's ids, none of which may match. Default none
 */
public record CatalogueFilter(
        boolean free,
        boolean assumeFree,
        List<String> families,
        int minContext,
        int maxContext,
        List<String> parameters,
        List<String> include,
        List<String> exclude) {

    public CatalogueFilter {
        families = List.copyOf(families);
        parameters = List.copyOf(parameters);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (maxContext > 0 && maxContext < minContext) {
            throw new IllegalArgumentException(
                    "filter.maxContext must not be below minContext, " + minContext + ", but is " + maxContext);
        }
    }

    /** Free models, nothing else asked. */
    public static CatalogueFilter freeModels() {
        return new CatalogueFilter(true, false, List.of(), 0, 0, List.of(), List.of(), List.of());
    }

    static CatalogueFilter read(Settings settings, String prefix) {
        return new CatalogueFilter(
                settings.flag(prefix + ".free", true),
                settings.flag(prefix + ".assumeFree", false),
                settings.list(prefix + ".families", List.of()),
                settings.integer(prefix + ".minContext", 0, 0, Integer.MAX_VALUE),
                settings.integer(prefix + ".maxContext", 0, 0, Integer.MAX_VALUE),
                settings.list(prefix + ".parameters", List.of()),
                settings.list(prefix + ".include", List.of()),
                settings.list(prefix + ".exclude", List.of()));
    }
}
