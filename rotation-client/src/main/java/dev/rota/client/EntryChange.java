package dev.rota.client;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one model between two snapshots.
 *
 * @param kind what changed; a new primary is {@link ChangeKind#PRIMARY_CHANGED}, whether it moved or came in
 * @param model the model
 * @param fromPosition its position before, from 1; null if it had none
 * @param toPosition its position now, from 1; null if it has none
 */
public record EntryChange(
        ChangeKind kind,
        ModelId model,
        @Nullable Integer fromPosition,
        @Nullable Integer toPosition) {

    /** All changes, those of the present entries in their order first. */
    static List<EntryChange> between(@Nullable Rotation before, Rotation after) {
        Map<ModelId, Integer> old = before == null ? new LinkedHashMap<>() : positions(before);
        List<EntryChange> changes = new ArrayList<>();
        positions(after).forEach((model, to) -> {
            @Nullable Integer from = old.remove(model);
            if (!to.equals(from)) {
                ChangeKind kind =
                        to == 1 ? ChangeKind.PRIMARY_CHANGED : from == null ? ChangeKind.ENTERED : ChangeKind.MOVED;
                changes.add(new EntryChange(kind, model, from, to));
            }
        });
        old.forEach((model, from) -> changes.add(new EntryChange(ChangeKind.LEFT, model, from, null)));
        return List.copyOf(changes);
    }

    private static Map<ModelId, Integer> positions(Rotation rotation) {
        Map<ModelId, Integer> positions = new LinkedHashMap<>();
        for (RotationEntry entry : rotation.entries()) {
            positions.put(entry.model(), entry.position());
        }
        return positions;
    }
}
