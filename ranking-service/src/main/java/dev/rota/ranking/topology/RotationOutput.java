package dev.rota.ranking.topology;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;

/** What the selection step has to say; keyed by the rotation's name. */
sealed interface RotationOutput {
    /** A new revision. */
    record Published(Rotation rotation) implements RotationOutput {}

    /** One difference from the revision before. */
    record Changed(RotationChange change) implements RotationOutput {}
}
