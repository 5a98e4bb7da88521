package dev.rota.report.build;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.report.content.RotationRow;
import dev.rota.report.content.Trends;
import dev.rota.report.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rotation at the range's end, with what became of each place. */
public final class RotationPart {
    private RotationPart() {}

    public static List<RotationRow> of(Scene scene, Trends trends) {
        Map<ModelId, Map<Integer, Quantile>> latencies = latencies(scene, trends);
        List<RotationRow> rows = new ArrayList<>();
        for (RotationEntry entry : scene.entries()) {
            Standing standing = scene.ranked().after().get(entry.model());
            Map<Integer, Quantile> own = latencies.getOrDefault(entry.model(), Map.of());
            List<@Nullable Double> medians = new ArrayList<>();
            for (int i = 0; i < trends.buckets().size(); i++) {
                Quantile quantile = own.get(i);
                medians.add(quantile == null ? null : quantile.at(0.5));
            }
            rows.add(new RotationRow(
                    entry,
                    Scene.position(scene.before(), entry.model()),
                    scene.family(entry.model()),
                    standing == null ? null : (Double) standing.successRateLow(),
                    standing == null ? null : (Double) standing.successRateHigh(),
                    medians));
        }
        return rows;
    }

    private static Map<ModelId, Map<Integer, Quantile>> latencies(Scene scene, Trends trends) {
        Map<ModelId, Map<Integer, Quantile>> latencies = new HashMap<>();
        scene.entries().forEach(entry -> latencies.put(entry.model(), new TreeMap<>()));
        long width = trends.width().toMillis();
        long first = Math.floorDiv(scene.from().toEpochMilli(), width);
        for (Seen seen : scene.results()) {
            Map<Integer, Quantile> own = latencies.get(seen.model());
            if (own != null && seen.succeeded()) {
                own.computeIfAbsent((int) (Math.floorDiv(seen.atMs(), width) - first), _ -> new Quantile())
                        .add(seen.latencyMs());
            }
        }
        return latencies;
    }
}
