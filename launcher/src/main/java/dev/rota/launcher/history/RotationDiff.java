package dev.rota.launcher.history;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two rotations side by side: every model of either, its place in both and the figure that orders. */
public final class RotationDiff {
    private RotationDiff() {}

    public static List<String> lines(Rotation before, Rotation after) {
        Map<ModelId, RotationEntry> old = byModel(before);
        Map<ModelId, RotationEntry> now = byModel(after);
        Table table = new Table(">before", ">after", "model", ">time to success before", ">after");
        now.forEach((model, entry) -> row(table, model, old.get(model), entry));
        old.forEach((model, entry) -> {
            if (!now.containsKey(model)) {
                row(table, model, entry, null);
            }
        });
        return table.lines();
    }

    private static void row(Table table, ModelId model, @Nullable RotationEntry before, @Nullable RotationEntry after) {
        table.row(
                place(before),
                place(after),
                model.toString(),
                Figures.millis(before == null ? null : Double.valueOf(before.expectedTimeToSuccessMs())),
                Figures.millis(after == null ? null : Double.valueOf(after.expectedTimeToSuccessMs())));
    }

    private static String place(@Nullable RotationEntry entry) {
        return entry == null ? "–" : Integer.toString(entry.position());
    }

    private static Map<ModelId, RotationEntry> byModel(Rotation rotation) {
        Map<ModelId, RotationEntry> byModel = new LinkedHashMap<>();
        rotation.entries().forEach(entry -> byModel.put(entry.model(), entry));
        return byModel;
    }
}
