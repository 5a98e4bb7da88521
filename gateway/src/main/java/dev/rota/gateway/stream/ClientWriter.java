package dev.rota.gateway.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to one client from the thread that made it, which must be virtual; another thread cuts the client if a write
 * takes too long.
 */
public final class ClientWriter {
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private volatile long writingSince = NOT_WRITING;
    private volatile long wroteAt = System.nanoTime();

    ClientWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes and flushes.
     *
     * @throws IOException if the client is gone, or was cut
     */
    public void write(byte[] bytes) throws IOException {
        writingSince = System.nanoTime();
        try {
            out.write(bytes);
            out.flush();
        } finally {
            writingSince = NOT_WRITING;
            wroteAt = System.nanoTime();
        }
    }

    /** Wakes its thread if it has been silent for so long. */
    void wakeIfSilent(long nowNanos, long limitNanos) {
        if (nowNanos - wroteAt >= limitNanos) {
            wake();
        }
    }

    /** Interrupting a virtual thread that writes closes its socket. */
    void cutIfSlow(long nowNanos, long limitNanos) {
        long since = writingSince;
        if (since != NOT_WRITING && nowNanos - since > limitNanos) {
            thread.interrupt();
        }
    }

    void wake() {
        LockSupport.unpark(thread);
    }
}
