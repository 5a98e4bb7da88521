package dev.rota.discovery.change;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.domain.model.ModelId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What came of comparing a reading with what was known.
 *
 * @param known what is known now
 * @param accepted whether the reading counted; if not, {@code known} is what it was, and {@code problems} says why
 * @param changes what happened, in the order of the models' ids
 * @param missing present models that this reading is the first not to list
 * @param reappeared models that the last reading did not list and this one does, before they counted as gone
 * @param problems what was wrong with the reading
 */
public record Comparison(
        KnownCatalogue known,
        boolean accepted,
        List<CatalogueChange> changes,
        Set<ModelId> missing,
        Set<ModelId> reappeared,
        List<CatalogueProblem> problems) {

    public Comparison {
        changes = List.copyOf(changes);
        missing = Set.copyOf(missing);
        reappeared = Set.copyOf(reappeared);
        problems = List.copyOf(problems);
    }

    /**
     * Every model of which something other than before must be remembered: what happened to it, or that it was missed
     * for the first time, or no longer is.
     */
    public List<KnownModel> toRemember() {
        Set<ModelId> models = new TreeSet<>(missing);
        models.addAll(reappeared);
        changes.forEach(change -> models.add(change.facts().model()));
        return models.stream()
                .flatMap(model -> Stream.ofNullable(known.get(model)))
                .toList();
    }

    static Comparison refused(KnownCatalogue known, List<CatalogueProblem> problems) {
        return new Comparison(known, false, List.of(), Set.of(), Set.of(), problems);
    }
}
