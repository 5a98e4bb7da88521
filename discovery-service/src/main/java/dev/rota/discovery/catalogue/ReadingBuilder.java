package dev.rota.discovery.catalogue;

import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects one reading, record by record. Not safe for use by several threads. */
public final class ReadingBuilder {
    private final String catalogue;
    private final Map<ModelId, Listing> listings = new LinkedHashMap<>();
    private final Set<ModelId> setAside = new HashSet<>();
    private final List<CatalogueProblem> problems = new ArrayList<>();
    private int problemCount;
    private int records;

    public ReadingBuilder(String catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Adds a listed model. Listed twice alike, it counts once; listed twice with different facts, neither is believed.
     */
    public void add(String field, Listing listing) {
        records++;
        ModelId model = listing.model();
        if (setAside.contains(model)) {
            problem(field, "a further record of " + model + ", whose records contradict each other, is left out");
            return;
        }
        Listing earlier = listings.putIfAbsent(model, listing);
        if (earlier == null) {
            return;
        }
        if (earlier.equals(listing)) {
            problem(field, model + " is listed twice; the second record, which says the same, is left out");
        } else {
            listings.remove(model);
            setAside.add(model);
            problem(field, model + " is listed twice with different facts; neither is believed, what was known stays");
        }
    }

    /** Notes a record that could not be used. The model, where its id is readable, still counts as listed. */
    public void skip(@Nullable ModelId model, String field, String message) {
        records++;
        problem(field, message);
        if (model != null && !listings.containsKey(model)) {
            setAside.add(model);
        }
    }

    /** Passes over a record that the catalogue itself says is not to be had. */
    public void leaveOut() {
        records++;
    }

    /** Notes a problem that costs no record. */
    public void problem(String field, String message) {
        problemCount++;
        if (problems.size() < Reading.MAX_PROBLEMS) {
            problems.add(new CatalogueProblem(catalogue, field, message));
        }
    }

    /** Records seen so far, usable or not. */
    public int records() {
        return records;
    }

    public Reading build(Instant readAt) {
        return new Reading(catalogue, readAt, listings, setAside, problems, problemCount);
    }
}
