package dev.rota.discovery.catalogue;

import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One complete reading of a catalogue.
 *
 * @param catalogue the catalogue's name
 * @param readAt when
 * @param listings the models, in the catalogue's order
 * @param setAside models that are listed, but in a way that could not be used: they are there, their facts unknown
 * @param problems what was wrong, at most {@value #MAX_PROBLEMS} of them
 * @param problemCount how many problems there were in all
 */
public record Reading(
        String catalogue,
        Instant readAt,
        Map<ModelId, Listing> listings,
        Set<ModelId> setAside,
        List<CatalogueProblem> problems,
        int problemCount) {

    /** A catalogue that is broken throughout would otherwise fill memory and logs with one sentence. */
    public static final int MAX_PROBLEMS = 50;

    public Reading {
        listings = Collections.unmodifiableMap(new LinkedHashMap<>(listings));
        setAside = Set.copyOf(setAside);
        problems = List.copyOf(problems);
    }

    /** Whether the reading names the model, readable or not. */
    public boolean names(ModelId model) {
        return listings.containsKey(model) || setAside.contains(model);
    }

    /** How many models it names. */
    public int size() {
        return listings.size() + setAside.size();
    }
}
