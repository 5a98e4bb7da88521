package dev.rota.ranking.selection;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.policy.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between two revisions: the primary first, then who left, then who entered or moved, by position. */
final class Changes {
    private final Rotation next;
    private final Instant at;
    private final Reasons reasons;
    private final Map<ModelId, RotationEntry> old = new LinkedHashMap<>();
    private final Map<ModelId, RotationEntry> now = new LinkedHashMap<>();

    Changes(Policy policy, Board board, @Nullable Rotation before, Rotation next, Instant at) {
        this.next = next;
        this.at = at;
        if (before != null) {
            before.entries().forEach(entry -> old.put(entry.model(), entry));
        }
        next.entries().forEach(entry -> now.put(entry.model(), entry));
        this.reasons = new Reasons(policy, board, next, at);
    }

    List<RotationChange> list() {
        List<RotationChange> changes = new ArrayList<>();
        RotationEntry oldPrimary = old.values().stream().findFirst().orElse(null);
        RotationEntry newPrimary = now.values().stream().findFirst().orElse(null);
        boolean primaryChanged =
                newPrimary != null && (oldPrimary == null || !oldPrimary.model().equals(newPrimary.model()));
        if (newPrimary != null && primaryChanged) {
            String reason = reasons.primary(oldPrimary, newPrimary);
            changes.add(change(ChangeKind.PRIMARY_CHANGED, newPrimary.model(), reason));
        }
        old.values().stream()
                .filter(entry -> !now.containsKey(entry.model()))
                .forEach(entry -> changes.add(change(ChangeKind.LEFT, entry.model(), reasons.left(entry))));
        now.values().stream()
                .filter(entry -> !(primaryChanged && entry.position() == 1))
                .forEach(entry -> addPlace(entry, changes));
        return List.copyOf(changes);
    }

    private void addPlace(RotationEntry entry, List<RotationChange> changes) {
        RotationEntry before = old.get(entry.model());
        if (before == null) {
            changes.add(change(ChangeKind.ENTERED, entry.model(), reasons.entered(entry)));
        } else if (before.position() != entry.position()) {
            changes.add(change(ChangeKind.MOVED, entry.model(), reasons.moved(before, entry)));
        }
    }

    private RotationChange change(ChangeKind kind, ModelId model, String reason) {
        RotationEntry before = old.get(model);
        RotationEntry after = now.get(model);
        return new RotationChange(
                next.name(),
                next.revision(),
                at,
                kind,
                model,
                before == null ? null : (Integer) before.position(),
                after == null ? null : (Integer) after.position(),
                reason);
    }
}
