package dev.rota.report.build;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.report.content.Reign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was primary from when to when. */
public final class PrimariesPart {
    private final Scene scene;
    private final Map<Long, String> reasons = new HashMap<>();
    private final List<Reign> reigns = new ArrayList<>();
    private @Nullable ModelId holder;
    private Instant since = Instant.EPOCH;
    private String reason = "";

    private PrimariesPart(Scene scene) {
        this.scene = scene;
        for (RotationChange change : scene.ranked().changes()) {
            if (change.kind() == ChangeKind.PRIMARY_CHANGED) {
                reasons.put(change.revision(), change.reason());
            }
        }
    }

    public static List<Reign> of(Scene scene) {
        return new PrimariesPart(scene).reigns();
    }

    private List<Reign> reigns() {
        for (Rotation revision : scene.ranked().revisions()) {
            ModelId primary = revision.primary().map(RotationEntry::model).orElse(null);
            if (holder == null ? primary != null : !holder.equals(primary)) {
                end(revision.computedAt());
                holder = primary;
                since = revision.computedAt();
                reason = reasons.getOrDefault(revision.revision(), "It was the first.");
            }
        }
        end(scene.to());
        return reigns;
    }

    private void end(Instant at) {
        if (holder != null && !at.isBefore(scene.from())) {
            Instant from = since.isBefore(scene.from()) ? scene.from() : since;
            reigns.add(new Reign(holder, from, at, reason));
        }
    }
}
