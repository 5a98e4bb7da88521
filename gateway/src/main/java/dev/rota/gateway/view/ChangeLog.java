package dev.rota.gateway.view;

import dev.rota.domain.rotation.RotationChange;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest changes of all rotations. Thread-safe. */
public final class ChangeLog {
    /** How many are kept; older ones are in the topic. */
    public static final int KEPT = 10_000;

    private final Deque<RotationChange> changes = new ArrayDeque<>();

    synchronized void add(RotationChange change) {
        changes.addLast(change);
        if (changes.size() > KEPT) {
            changes.removeFirst();
        }
    }

    /**
     * The newest changes, the oldest of them first.
     *
     * @param rotation of this rotation only; null for all
     * @param since not before this time; null for all
     * @param limit at most so many
     */
    public synchronized List<RotationChange> newest(@Nullable String rotation, @Nullable Instant since, int limit) {
        List<RotationChange> found = new ArrayList<>();
        Iterator<RotationChange> newestFirst = changes.descendingIterator();
        while (newestFirst.hasNext() && found.size() < limit) {
            RotationChange change = newestFirst.next();
            if ((rotation == null || change.name().equals(rotation))
                    && (since == null || !change.at().isBefore(since))) {
                found.add(change);
            }
        }
        Collections.reverse(found);
        return found;
    }
}
