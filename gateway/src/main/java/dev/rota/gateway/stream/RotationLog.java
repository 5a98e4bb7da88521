package dev.rota.gateway.stream;

import dev.rota.domain.rotation.Rotation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The newest revisions of one rotation and those who wait for the next. Thread-safe. */
final class RotationLog {
    /** Revisions that a subscriber may have missed and still gets one by one; beyond them it gets the newest alone. */
    static final int KEPT = 32;

    private final Fanout fanout = new Fanout(this::newest);
    private final Deque<Frame> kept = new ArrayDeque<>();
    private volatile @Nullable Frame newest;
    private volatile boolean removed;

    RotationLog() {
        fanout.start();
    }

    void add(Rotation rotation) {
        append(rotation);
        fanout.wake();
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

    /** The rotation is no more: its streams end as soon as they are woken. */
    void remove() {
        removed = true;
        fanout.end();
    }

    /** Nothing more is brought to anybody. */
    void end() {
        fanout.end();
    }

    boolean removed() {
        return removed;
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

    void enter(Subscriber subscriber) {
        fanout.enter(subscriber);
    }

    void leave(Subscriber subscriber) {
        fanout.leave(subscriber);
    }
}
