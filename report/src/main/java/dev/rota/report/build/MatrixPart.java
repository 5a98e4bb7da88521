package dev.rota.report.build;

import dev.rota.domain.standing.Standing;
import dev.rota.domain.standing.TaskStanding;
import dev.rota.report.content.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every tested model that is still there, against every task; at most {@value #MOST} models. */
public final class MatrixPart {
    static final int MOST = 150;

    private static final double LAST = Double.POSITIVE_INFINITY;

    private MatrixPart() {}

    public static Matrix of(Scene scene) {
        List<Matrix.Row> rows = new ArrayList<>();
        TreeSet<String> tasks = new TreeSet<>();
        List<Standing> standings = scene.ranked().after().values().stream()
                .filter(standing -> !standing.retired() && standing.observations() > 0)
                .toList();
        standings.forEach(standing -> standing.tasks().forEach(task -> tasks.add(task.task())));
        // Results that name no task, as those of traffic, are no column.
        tasks.remove("");
        for (Standing standing : standings) {
            List<@Nullable TaskStanding> cells = new ArrayList<>();
            tasks.forEach(task -> cells.add(find(standing, task)));
            rows.add(new Matrix.Row(
                    standing.model(),
                    Scene.position(scene.after(), standing.model()),
                    standing.successRate(),
                    standing.expectedTimeToSuccessMs(),
                    standing.quality(),
                    cells,
                    scene.factsAtEnd(standing.model())));
        }
        rows.sort(
                Comparator.comparingInt((Matrix.Row row) -> row.position() == null ? Integer.MAX_VALUE : row.position())
                        .thenComparingDouble(row -> row.indexMs() == null ? LAST : row.indexMs())
                        .thenComparing(Matrix.Row::model));
        int kept = Math.min(MOST, rows.size());
        return new Matrix(List.copyOf(tasks), rows.subList(0, kept), rows.size() - kept);
    }

    private static @Nullable TaskStanding find(Standing standing, String name) {
        for (TaskStanding task : standing.tasks()) {
            if (task.task().equals(name)) {
                return task;
            }
        }
        return null;
    }
}
