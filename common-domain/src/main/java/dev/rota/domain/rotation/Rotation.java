package dev.rota.domain.rotation;

import dev.rota.domain.Checks;
import dev.rota.domain.model.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A full snapshot of one rotation: the models to try, in order.
 *
 * @param name the rotation's name, such as {@code speed}
 * @param revision from 1, one more each time it is published
 * @param computedAt the newest evidence it rests on; evidence time, not the wall's
 * @param policy content hash of the policy that made it
 * @param entries in order, the primary first
 * @param staleSince since when new evidence is not trusted, so that this is the last good state; null if it is fresh
 * @param note one sentence on why the rotation is stale or empty; null otherwise
 */
public record Rotation(
        String name,
        long revision,
        Instant computedAt,
        String policy,
        List<RotationEntry> entries,
        @Nullable Instant staleSince,
        @Nullable String note) {

    public Rotation {
        Checks.text("name", name);
        if (revision < 1) {
            throw new IllegalArgumentException("revision must be 1 or more, not " + revision);
        }
        entries = List.copyOf(entries);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).position() != i + 1) {
                throw new IllegalArgumentException("entry " + (i + 1) + " of rotation " + name + " has position "
                        + entries.get(i).position());
            }
        }
    }

    /** The model to try first; empty if the rotation is. */
    public Optional<RotationEntry> primary() {
        return entries.stream().findFirst();
    }

    /** Whether the model has an entry. */
    public boolean lists(ModelId model) {
        for (RotationEntry entry : entries) {
            if (entry.model().equals(model)) {
                return true;
            }
        }
        return false;
    }

    public boolean stale() {
        return staleSince != null;
    }
}
