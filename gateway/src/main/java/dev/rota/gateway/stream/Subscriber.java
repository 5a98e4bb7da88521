package dev.rota.gateway.stream;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client's walk along a log. Whoever holds its lock writes: the threads of a {@link Fanout}, or the client's own,
 * which begins and ends the walk, sends heartbeats, and does all the writing while the client is slow.
 */
final class Subscriber {
    /** A write that takes longer waits for the client to read; those of the fan-out are not to wait. */
    static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** How long a write to a client whose stream ends may go on. */
    private static final long LEAVE_MILLIS = 200;

    private static final byte[] HEARTBEAT = Chunk.of(": still here\n\n");

    private final RotationLog log;
    private final ClientWriter out;
    private final StreamLimits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Frame at;
    private volatile @Nullable IOException failure;

    /** @param last the frame the client has; null to begin with the newest */
    Subscriber(RotationLog log, ClientWriter out, StreamLimits limits, @Nullable Frame last) {
        this.log = log;
        this.out = out;
        this.limits = limits;
        this.at = last;
    }

    /**
     * Sends until the rotation is removed, the gateway closes, or the client is gone or too slow. When it returns,
     * nobody writes to the client, nor will.
     */
    void run(BooleanSupplier open) throws IOException {
        log.enter(this);
        try {
            if (next() == null) {
                // Some clients wait for the first bytes of a body before they say that they are connected.
                heartbeat();
            }
            long silence = limits.heartbeat().toNanos();
            while (open.getAsBoolean() && !log.removed()) {
                IOException failed = failure;
                if (failed != null) {
                    throw failed;
                }
                if (Thread.interrupted()) {
                    throw new IOException("the server stops");
                }
                if (next() != null && !lock.isLocked()) {
                    advance();
                } else if (out.silent(System.nanoTime(), silence)) {
                    heartbeat();
                } else {
                    // Without a time limit: a timer each would cost more than the write. The sweeper wakes for
                    // heartbeats.
                    LockSupport.park(log);
                }
            }
        } finally {
            log.leave(this);
            lockForEver();
        }
    }

    private void lockForEver() {
        boolean locked = false;
        try {
            locked = lock.tryLock(LEAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            // Whoever interrupts is in a hurry.
        }
        if (!locked) {
            out.cutIfSlow(System.nanoTime(), 0);
            lock.lock();
        }
    }

    /** Sends what is new from a thread that serves others too, or has the client's own do it. */
    void serve() {
        if (out.tookNanos() > SLOW_NANOS) {
            out.wake();
            return;
        }
        try {
            advance();
        } catch (IOException e) {
            failure = e;
            out.wake();
        }
    }

    /** Sends what is new, unless somebody does: whoever does looks again when it has done. */
    private void advance() throws IOException {
        while (next() != null && lock.tryLock()) {
            try {
                for (Frame next = next(); next != null; next = next()) {
                    out.write(next.bytes());
                    at = next;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void heartbeat() throws IOException {
        lock.lock();
        try {
            out.write(HEARTBEAT);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Frame next() {
        Frame newest = log.newest();
        Frame last = at;
        if (last == null || newest == null) {
            return newest;
        }
        Frame next = last.next();
        return next != null && newest.sequence() - next.sequence() >= RotationLog.KEPT ? newest : next;
    }
}
