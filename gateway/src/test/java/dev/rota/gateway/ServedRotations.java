package dev.rota.gateway;

import dev.rota.domain.rotation.Rotation;
import java.net.URI;

/** A gateway to measure, and the way rotations come to it. */
interface ServedRotations extends AutoCloseable {
    URI address();

    /** Makes a rotation known; returns since when it is, as {@link System#nanoTime} has it. */
    long put(Rotation rotation);

    @Override
    void close();
}
