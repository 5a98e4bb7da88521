package dev.rota.discovery.change;

import dev.rota.discovery.catalogue.Listing;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts whose change is news: what a request costs, what it may hold, what it may ask for, and for how long. A new
 * name, description or benchmark is none.
 */
final class FactsThatMatter {
    static final String EXPIRY = "expiresAt";

    private final Set<String> differing = new TreeSet<>();

    private FactsThatMatter() {}

    /** The contract's names of the facts that differ. */
    static Set<String> differing(ModelFacts known, Listing listed) {
        Facts was = known.facts();
        Facts is = listed.facts();
        FactsThatMatter facts = new FactsThatMatter();
        facts.compare("promptPricePerToken", was.promptPricePerToken(), is.promptPricePerToken());
        facts.compare("completionPricePerToken", was.completionPricePerToken(), is.completionPricePerToken());
        facts.compare("free", was.free(), is.free());
        facts.compare("contextLength", was.contextLength(), is.contextLength());
        facts.compare("maxOutputTokens", was.maxOutputTokens(), is.maxOutputTokens());
        facts.compare("inputModalities", was.inputModalities(), is.inputModalities());
        facts.compare("outputModalities", was.outputModalities(), is.outputModalities());
        facts.compare("supportedParameters", was.supportedParameters(), is.supportedParameters());
        facts.compare(EXPIRY, was.expiresAt(), is.expiresAt());
        facts.compare("aliasOf", known.aliasOf(), listed.aliasOf());
        return facts.differing;
    }

    private void compare(String name, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            differing.add(name);
        }
    }
}
