package dev.rota.report.build;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.content.FamilyRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far every author's models are known, tested and of use. */
public final class FamiliesPart {
    private FamiliesPart() {}

    public static List<FamilyRow> of(Scene scene) {
        Map<String, Count> families = new TreeMap<>();
        boolean known = !scene.facts().isEmpty();
        for (ModelId model : scene.facts().versions().keySet()) {
            ModelFacts facts = scene.facts().at(model, scene.to());
            if (facts != null && scene.facts().listed(model, scene.to())) {
                Count count = families.computeIfAbsent(facts.facts().family(), _ -> new Count());
                count.listed++;
                count.free += facts.facts().free() ? 1 : 0;
            }
        }
        for (Standing standing : scene.ranked().after().values()) {
            if (!standing.retired()) {
                families.computeIfAbsent(scene.family(standing.model()), _ -> new Count())
                        .add(standing);
            }
        }
        for (RotationEntry entry : scene.entries()) {
            families.computeIfAbsent(scene.family(entry.model()), _ -> new Count()).inRotation++;
        }
        return families.entrySet().stream()
                .map(family -> family.getValue().row(family.getKey(), known))
                .sorted(Comparator.comparingInt(FamilyRow::inRotation)
                        .thenComparingInt(FamilyRow::working)
                        .thenComparingInt(FamilyRow::tested)
                        .thenComparingInt(FamilyRow::listed)
                        .reversed()
                        .thenComparing(FamilyRow::family))
                .toList();
    }

    private static final class Count {
        private int listed;
        private int free;
        private int tested;
        private int working;
        private int inRotation;
        private @Nullable ModelId best;
        private @Nullable Double bestMs;

        void add(Standing standing) {
            if (standing.observations() > 0) {
                tested++;
            }
            if (Scene.works(standing)) {
                working++;
            }
            Double index = standing.expectedTimeToSuccessMs();
            if (index != null && (bestMs == null || better(index, standing.model(), bestMs, best))) {
                best = standing.model();
                bestMs = index;
            }
        }

        private static boolean better(double index, ModelId model, double than, @Nullable ModelId other) {
            return index < than || (index == than && other != null && model.compareTo(other) < 0);
        }

        FamilyRow row(String family, boolean known) {
            return new FamilyRow(
                    family,
                    known ? listed : tested,
                    known ? (Integer) free : null,
                    tested,
                    working,
                    inRotation,
                    best,
                    bestMs);
        }
    }
}
