package dev.rota.gateway.stream;

import dev.rota.domain.rotation.Rotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The newest revisions of one rotation and the threads that wait for the next. Thread-safe. */
final class RotationLog {
    /** Revisions that a subscriber may have missed and still gets one by one; beyond them it gets the newest alone. */
    static final int KEPT = 32;

    private final Set<Thread> waiting = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> kept = new ArrayDeque<>();
    private volatile @Nullable Frame newest;
    private volatile boolean removed;

    void add(Rotation rotation) {
        append(rotation);
        wakeAll();
    }

    private synchronized void append(Rotation rotation) {
        Frame last = newest;
        Frame frame = Frame.of(last == null ? 0 : last.sequence() + 1, rotation);
        kept.addLast(frame);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        newest = frame;
        if (last != null) {
            last.append(frame);
        }
    }

    /** The rotation is no more: its streams end. */
    void remove() {
        removed = true;
        wakeAll();
    }

    boolean removed() {
        return removed;
    }

    private void wakeAll() {
        waiting.forEach(LockSupport::unpark);
    }

    @Nullable
    Frame newest() {
        return newest;
    }

    /** The frame a subscriber has already, by the revision it named last; null if it should get the newest. */
    synchronized @Nullable Frame last(OptionalLong revision) {
        if (revision.isPresent()) {
            for (Frame frame : kept) {
                if (frame.revision() == revision.getAsLong()) {
                    return frame;
                }
            }
        }
        return null;
    }

    /** Notes that the present thread is to be unparked whenever a frame comes. */
    void enter() {
        waiting.add(Thread.currentThread());
    }

    void leave() {
        waiting.remove(Thread.currentThread());
    }
}
