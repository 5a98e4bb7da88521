package dev.rota.report.history;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Versions of catalogue facts, in any order. Before the first version that is known of a model nothing is known of it
 * but when it was first seen: a compacted topic keeps only the last version.
 */
public final class FactsBook {
    private static final Comparator<ModelFacts> BY_TIME =
            Comparator.comparing(ModelFacts::changedAt).thenComparing(Object::toString);

    private final Map<ModelId, List<ModelFacts>> versions = new TreeMap<>();
    private boolean sorted = true;

    /** Takes in a version. */
    public void add(ModelFacts facts) {
        List<ModelFacts> known = versions.computeIfAbsent(facts.model(), _ -> new ArrayList<>());
        if (!known.contains(facts)) {
            known.add(facts);
            sorted = false;
        }
    }

    public boolean isEmpty() {
        return versions.isEmpty();
    }

    /** Every model of which anything is known, with its versions, the oldest first. */
    public Map<ModelId, List<ModelFacts>> versions() {
        if (!sorted) {
            versions.values().forEach(list -> list.sort(BY_TIME));
            sorted = true;
        }
        return versions;
    }

    /** What was true of a model at a moment: the newest version by then, else the oldest one; null if none is known. */
    public @Nullable ModelFacts at(ModelId model, Instant time) {
        List<ModelFacts> known = versions().get(model);
        if (known == null) {
            return null;
        }
        ModelFacts found = known.getFirst();
        for (ModelFacts version : known) {
            if (!version.changedAt().isAfter(time)) {
                found = version;
            }
        }
        return asOf(found, time);
    }

    /** A model that is gone by now was there before it went. */
    private static ModelFacts asOf(ModelFacts version, Instant time) {
        Instant retiredAt = version.retiredAt();
        return retiredAt == null || !retiredAt.isAfter(time)
                ? version
                : new ModelFacts(
                        version.model(),
                        version.facts(),
                        version.firstSeenAt(),
                        version.changedAt(),
                        null,
                        version.aliasOf());
    }

    /** The facts of a model at a moment; null if none is known. */
    public @Nullable Facts factsAt(ModelId model, Instant time) {
        ModelFacts version = at(model, time);
        return version == null ? null : version.facts();
    }

    /** Whether a catalogue listed the model at a moment. */
    public boolean listed(ModelId model, Instant time) {
        ModelFacts version = at(model, time);
        return version != null && !version.firstSeenAt().isAfter(time) && !version.retired();
    }
}
