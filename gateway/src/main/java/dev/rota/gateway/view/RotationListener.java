package dev.rota.gateway.view;

import dev.rota.domain.rotation.Rotation;

/** Told of rotations as the topic has them, on one thread. */
public interface RotationListener {
    void published(Rotation rotation);

    void removed(String rotation);
}
