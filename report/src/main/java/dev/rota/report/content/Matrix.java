package dev.rota.report.content;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.standing.TaskStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which model can do what.
 *
 * @param tasks names of the tasks, {@code suite/task}, sorted
 * @param rows the rotation first, then the others by expected time to success
 * @param more how many models there are beyond these rows
 */
public record Matrix(List<String> tasks, List<Row> rows, int more) {
    public Matrix {
        tasks = List.copyOf(tasks);
        rows = List.copyOf(rows);
    }

    /** Whether catalogues say anything of any of these models. */
    public boolean factsKnown() {
        return rows.stream().anyMatch(row -> row.facts() != null);
    }

    /**
     * One model.
     *
     * @param position in the rotation; null if it is not in
     * @param successRate its chance to succeed
     * @param indexMs expected time to success; null if it never answered
     * @param quality over all tasks, from 0 to 1; null if nothing was graded
     * @param cells one for each task; null if the model did not run it
     * @param facts what its catalogue says; null if none does
     */
    public record Row(
            ModelId model,
            @Nullable Integer position,
            double successRate,
            @Nullable Double indexMs,
            @Nullable Double quality,
            List<@Nullable TaskStanding> cells,
            @Nullable Facts facts) {}
}
