package dev.rota.client;

import dev.rota.domain.rotation.Rotation;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers snapshots to one listener, in order. */
final class ListenerThread {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerThread.class);

    /** Snapshots that wait for a slow listener; of more, the oldest are dropped, and the next change spans them. */
    private static final int WAITING = 64;

    private final BlockingQueue<Rotation> waiting = new ArrayBlockingQueue<>(WAITING);
    private final RotationListener listener;
    private final Thread thread;

    ListenerThread(RotationListener listener) {
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("rota-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }

    synchronized void offer(Rotation rotation) {
        while (!waiting.offer(rotation)) {
            waiting.poll();
        }
    }

    private void run() {
        @Nullable Rotation previous = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Rotation rotation = waiting.take();
                // A listener that comes as a snapshot does may be offered it twice.
                if (!rotation.equals(previous)) {
                    tell(RotationUpdate.of(previous, rotation));
                    previous = rotation;
                }
            }
        } catch (InterruptedException _) {
            // Stopped.
        }
    }

    private void tell(RotationUpdate update) {
        try {
            listener.changed(update);
        } catch (RuntimeException e) {
            LOG.warn("listener failed rotation={}", update.current().name(), e);
        }
    }
}
