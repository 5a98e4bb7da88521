package dev.rota.provider.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at all open exchanges every {@value #TICK_MS} ms and cuts those whose time is up. One scan of 5,000 costs less
 * than a timer set anew for each chunk of each stream. Sleeps while there are none.
 */
final class Watchdog implements AutoCloseable {
    static final long TICK_MS = 20;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("provider-watchdog").unstarted(this::run);
    private volatile boolean closed;

    void start() {
        thread.start();
    }

    void add(Watch watch) {
        boolean first = watches.isEmpty();
        watches.add(watch);
        if (first) {
            LockSupport.unpark(thread);
        }
    }

    void remove(Watch watch) {
        watches.remove(watch);
    }

    private void run() {
        while (!closed) {
            if (watches.isEmpty()) {
                // Bounded, because the unpark of an exchange that comes just now may be missed.
                LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
            }
            LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(TICK_MS));
            long now = System.nanoTime();
            watches.removeIf(watch -> watch.cutIfDue(now));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
