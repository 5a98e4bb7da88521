package dev.rota.client;

import dev.rota.domain.rotation.Rotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rotation became another.
 *
 * @param previous the snapshot this listener was told of before; null the first time
 * @param current the snapshot now
 * @param changes what became of each model between the two; empty where only figures changed
 */
public record RotationUpdate(@Nullable Rotation previous, Rotation current, List<EntryChange> changes) {
    static RotationUpdate of(@Nullable Rotation previous, Rotation current) {
        return new RotationUpdate(previous, current, EntryChange.between(previous, current));
    }

    /** Whether another model is to be tried first. */
    public boolean primaryChanged() {
        return previous == null
                || !previous.primary()
                        .map(entry -> entry.model())
                        .equals(current.primary().map(entry -> entry.model()));
    }
}
