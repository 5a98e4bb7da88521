package dev.rota.client;

/** Told of a rotation's snapshots, one at a time, on a thread of the subscription's. What it throws is logged. */
@FunctionalInterface
public interface RotationListener {
    void changed(RotationUpdate update);
}
