package dev.rota.ranking.replay;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import java.util.List;

/** Hears what a replay brings forth, in the order of evidence time and, at one time, of the policies. */
public interface ReplayListener {
    /** A rotation was published. */
    void published(Rotation rotation, List<RotationChange> changes);

    /** So many of all results are done. */
    default void progress(long done, long all) {}
}
