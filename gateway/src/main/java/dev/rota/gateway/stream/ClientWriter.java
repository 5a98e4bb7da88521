package dev.rota.gateway.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one client, from one virtual thread at a time; another thread cuts the client if a write takes too long.
 * The thread that made it is the client's own, which {@link #wake} wakes.
 */
public final class ClientWriter {
    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private @Nullable Thread writing;
    private long writingSince;
    private boolean cut;
    private volatile long wroteAt = System.nanoTime();
    private volatile long tookNanos;

    ClientWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes and flushes.
     *
     * @throws IOException if the client is gone, or was cut
     */
    public void write(byte[] bytes) throws IOException {
        long start = System.nanoTime();
        begin(start);
        try {
            out.write(bytes);
            out.flush();
        } finally {
            end(start);
        }
    }

    private synchronized void begin(long now) {
        writing = Thread.currentThread();
        writingSince = now;
    }

    /** Whoever cuts holds the same lock, so that the interrupt cannot hit what the thread does after this write. */
    private synchronized void end(long start) throws IOException {
        writing = null;
        wroteAt = System.nanoTime();
        tookNanos = wroteAt - start;
        if (cut) {
            boolean _ = Thread.interrupted();
            throw new IOException("the client is too slow");
        }
    }

    /** How long the last write took. */
    long tookNanos() {
        return tookNanos;
    }

    /** Whether nothing has been written for so long. */
    boolean silent(long nowNanos, long limitNanos) {
        return nowNanos - wroteAt >= limitNanos;
    }

    /** Interrupting a virtual thread that writes closes its socket. */
    synchronized void cutIfSlow(long nowNanos, long limitNanos) {
        if (writing != null && nowNanos - writingSince > limitNanos) {
            cut = true;
            writing.interrupt();
        }
    }

    void wake() {
        LockSupport.unpark(thread);
    }
}
