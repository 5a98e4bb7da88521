package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import java.util.List;

/**
 * Whom to try, in order.
 *
 * @param name what they are called together, for messages: {@code rotation speed}
 * @param models in the order in which to try them
 */
public record Candidates(String name, List<ModelId> models) {
    public Candidates {
        models = List.copyOf(models);
    }

    /** All of a rotation. */
    public static Candidates of(Rotation rotation) {
        return new Candidates(
                "rotation " + rotation.name(),
                rotation.entries().stream().map(RotationEntry::model).toList());
    }
}
