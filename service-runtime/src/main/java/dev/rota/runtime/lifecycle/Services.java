package dev.rota.runtime.lifecycle;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Starts services in order and closes them in reverse, keeping every failure. Not thread-safe but for close. */
public final class Services implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Starts a service; if that fails, what was started before stays to be closed by {@link #close}. */
    public synchronized <S extends Service> S start(S service) {
        running.push(service);
        service.start();
        return service;
    }

    /** Takes charge of closing something that already runs. */
    public synchronized <C extends AutoCloseable> C own(C closeable) {
        running.push(closeable);
        return closeable;
    }

    /** Closes all, last first. The first failure is thrown at the end, with the later ones suppressed in it. */
    @Override
    public synchronized void close() {
        RuntimeException first = null;
        while (!running.isEmpty()) {
            first = close(running.pop(), first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException close(AutoCloseable closeable, @Nullable RuntimeException first) {
        try {
            closeable.close();
            return first;
        } catch (Exception e) {
            RuntimeException failure =
                    e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            if (first == null) {
                return failure;
            }
            first.addSuppressed(failure);
            return first;
        }
    }
}
