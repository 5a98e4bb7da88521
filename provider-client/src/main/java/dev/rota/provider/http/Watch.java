package dev.rota.provider.http;

import dev.rota.provider.Ending;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one exchange. The exchange's thread moves the deadline; the watchdog's thread reads it and cuts.
 *
 * <pre>
 * connecting ──sent──> awaiting the first token ──alive──> streaming (each sign of life moves the idle deadline) ──> drained
 * </pre>
 */
final class Watch {
    /** What is waited for, until when. */
    private record Deadline(long atNanos, Ending ending) {
        Deadline earlier(Deadline other) {
            return atNanos - other.atNanos <= 0 ? this : other;
        }
    }

    private final HttpLimits limits;
    private final Runnable cut;
    private final long calledNanos;
    private final AtomicReference<@Nullable Ending> fired = new AtomicReference<>();
    private volatile Deadline deadline;
    private @Nullable Deadline total;
    private long sentNanos;
    private boolean reused;

    Watch(HttpLimits limits, Runnable cut, long nowNanos) {
        this.limits = limits;
        this.cut = cut;
        this.calledNanos = nowNanos;
        this.deadline = new Deadline(nowNanos + limits.connect().toNanos(), Ending.CONNECT_TIMEOUT);
    }

    /** The connection is there and the request goes out. */
    void sent(long nowNanos, boolean onReusedConnection) {
        sentNanos = nowNanos;
        reused = onReusedConnection;
        Deadline end = new Deadline(nowNanos + limits.total().toNanos(), Ending.TOTAL_TIMEOUT);
        total = end;
        deadline = new Deadline(nowNanos + limits.firstToken().toNanos(), Ending.FIRST_TOKEN_TIMEOUT).earlier(end);
    }

    /** Something of use came. */
    void alive(long nowNanos) {
        Deadline end = total;
        Deadline idle = new Deadline(nowNanos + limits.idle().toNanos(), Ending.IDLE_TIMEOUT);
        deadline = end == null ? idle : idle.earlier(end);
    }

    /** The answer is complete; the rest may take a moment. */
    void draining(long nowNanos, long allowedNanos) {
        deadline = new Deadline(nowNanos + allowedNanos, Ending.STOPPED);
    }

    /** Cuts the exchange if its time is up. Called by the watchdog. */
    boolean cutIfDue(long nowNanos) {
        Deadline due = deadline;
        if (nowNanos - due.atNanos() < 0 || !fired.compareAndSet(null, due.ending())) {
            return false;
        }
        // Closing may block on a TLS connection's lock, and must not hold up the other exchanges.
        Thread.ofVirtual().name("provider-cut").start(cut);
        return true;
    }

    /** Which limit ended the exchange; null if none did. */
    @Nullable
    Ending fired() {
        return fired.get();
    }

    boolean wasSent() {
        return total != null;
    }

    boolean reused() {
        return reused;
    }

    long calledNanos() {
        return calledNanos;
    }

    long sentNanos() {
        return sentNanos;
    }
}
