package dev.rota.client;

import dev.rota.domain.rotation.Rotation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The listeners of one subscription, each on a virtual thread of its own, so that none waits for another. */
final class Listeners implements AutoCloseable {
    private final List<ListenerThread> threads = new CopyOnWriteArrayList<>();
    private boolean closed;

    synchronized RotationSubscription.Registration add(RotationListener listener, @Nullable Rotation current) {
        ListenerThread thread = new ListenerThread(listener);
        if (!closed) {
            threads.add(thread);
            thread.start();
            if (current != null) {
                thread.offer(current);
            }
        }
        return () -> {
            threads.remove(thread);
            thread.stop();
        };
    }

    void tell(Rotation rotation) {
        threads.forEach(thread -> thread.offer(rotation));
    }

    @Override
    public synchronized void close() {
        closed = true;
        threads.forEach(ListenerThread::stop);
        threads.clear();
    }
}
