package dev.rota.ranking.replay;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import java.util.List;
import java.util.function.Supplier;

/** Hears what a replay brings forth, in the order of evidence time and, at one time, of the policies. */
public interface ReplayListener {
    /**
     * A rotation was published.
     *
     * @param changes what differs from the one before, and why; may be asked only until this returns
     */
    void published(Rotation rotation, Supplier<List<RotationChange>> changes);

    /** So many of all results are done. */
    default void progress(long done, long all) {}
}
