package dev.rota.client;

import dev.rota.domain.rotation.Rotation;

/** What a feed delivers to. Calls come one at a time. */
public interface RotationSink {
    /** A snapshot, newer than those before it. */
    void rotation(Rotation rotation);

    /** The source answered: what was delivered last is still what it has. */
    void heard();

    /** The source cannot be reached, or refuses; {@code problem} says why in one sentence. */
    void lost(String problem);
}
