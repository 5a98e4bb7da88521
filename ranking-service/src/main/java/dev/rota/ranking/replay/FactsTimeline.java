package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What catalogues said, as evidence time passes. Before the first version that is known of a model, its facts are taken
 * to have been the same, and the model to have been there: a compacted topic keeps only the last version.
 */
final class FactsTimeline {
    private final Map<ModelId, ModelFacts> now = new TreeMap<>();
    private final List<ModelFacts> later;
    private int next;

    FactsTimeline(Collection<ModelFacts> versions) {
        later = new ArrayList<>(versions);
        later.sort(Comparator.comparing(ModelFacts::changedAt).thenComparing(ModelFacts::model));
        later.forEach(version -> now.putIfAbsent(version.model(), listed(version)));
    }

    /** Lets time pass; returns the models of which something else is true now. */
    List<ModelId> advance(long toMs) {
        List<ModelId> changed = new ArrayList<>();
        while (next < later.size() && later.get(next).changedAt().toEpochMilli() <= toMs) {
            ModelFacts version = later.get(next++);
            now.put(version.model(), version);
            changed.add(version.model());
        }
        return changed;
    }

    @Nullable
    ModelFacts of(ModelId model) {
        return now.get(model);
    }

    private static ModelFacts listed(ModelFacts facts) {
        return new ModelFacts(
                facts.model(), facts.facts(), facts.firstSeenAt(), facts.changedAt(), null, facts.aliasOf());
    }
}
