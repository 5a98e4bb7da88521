package dev.rota.gateway.stream;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One client's walk along a log, on the client's thread. */
final class Subscriber {
    private static final byte[] HEARTBEAT = Chunk.of(": still here\n\n");

    private final RotationLog log;
    private final ClientWriter out;
    private final StreamLimits limits;

    Subscriber(RotationLog log, ClientWriter out, StreamLimits limits) {
        this.log = log;
        this.out = out;
        this.limits = limits;
    }

    /**
     * Sends until the rotation is removed, the gateway closes, or the client is gone or too slow.
     *
     * @param last the frame the client has; null to begin with the newest
     */
    void run(@Nullable Frame last, BooleanSupplier open) throws IOException {
        log.enter();
        try {
            Frame at = last;
            long due = System.nanoTime() + limits.heartbeat().toNanos();
            if (next(at) == null) {
                // Some clients wait for the first bytes of a body before they say that they are connected.
                out.write(HEARTBEAT);
            }
            while (open.getAsBoolean() && !log.removed()) {
                Frame next = next(at);
                long now = System.nanoTime();
                if (next != null) {
                    out.write(next.bytes());
                    at = next;
                    due = now + limits.heartbeat().toNanos();
                } else if (now - due >= 0) {
                    out.write(HEARTBEAT);
                    due = now + limits.heartbeat().toNanos();
                } else {
                    // Without a time limit: a timer each would cost more than the write. The sweeper wakes for
                    // heartbeats.
                    LockSupport.park(log);
                }
                if (Thread.interrupted()) {
                    throw new IOException("the client is too slow");
                }
            }
        } finally {
            log.leave();
        }
    }

    private @Nullable Frame next(@Nullable Frame at) {
        Frame newest = log.newest();
        if (at == null || newest == null) {
            return newest;
        }
        Frame next = at.next();
        return next != null && newest.sequence() - next.sequence() >= RotationLog.KEPT ? newest : next;
    }
}
