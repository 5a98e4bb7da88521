package dev.rota.gateway.stream;

import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.view.RotationListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** All streams of all rotations. Thread-safe. */
public final class RotationStreams implements RotationListener, AutoCloseable {
    private static final long SWEEP_MILLIS = 1_000;

    private final StreamLimits limits;
    private final Semaphore places;
    private final Map<String, RotationLog> logs = new ConcurrentHashMap<>();
    private final Set<ClientWriter> subscribers = ConcurrentHashMap.newKeySet();
    private final Set<ClientWriter> others = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread sweeper =
            Thread.ofVirtual().name("gateway-slow-clients").unstarted(this::sweep);

    public RotationStreams(StreamLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.subscribers());
    }

    public void start() {
        sweeper.start();
    }

    @Override
    public void published(Rotation rotation) {
        logs.computeIfAbsent(rotation.name(), _ -> new RotationLog()).add(rotation);
    }

    @Override
    public void removed(String rotation) {
        RotationLog log = logs.remove(rotation);
        if (log != null) {
            log.remove();
        }
    }

    /** How many subscribers there are. */
    public int size() {
        return subscribers.size();
    }

    /** Takes a place for a subscriber, to be given back; false if all are taken. */
    public boolean take() {
        return places.tryAcquire();
    }

    /** Gives a place back. */
    public void giveBack() {
        places.release();
    }

    /**
     * Sends a rotation on the present thread, which must be virtual, until either side ends.
     *
     * @param lastRevision the revision the client has already
     * @throws IOException if the client is gone
     */
    public void send(String rotation, OptionalLong lastRevision, OutputStream out) throws IOException {
        @Nullable RotationLog log = logs.get(rotation);
        if (log == null) {
            return;
        }
        ClientWriter writer = new ClientWriter(out);
        subscribers.add(writer);
        try {
            new Subscriber(log, writer, limits).run(log.last(lastRevision), () -> closing.getCount() > 0);
        } finally {
            subscribers.remove(writer);
        }
    }

    /** A writer to a client that is no subscriber, which is cut as one if it does not read; to be released. */
    public ClientWriter writer(OutputStream out) {
        ClientWriter writer = new ClientWriter(out);
        others.add(writer);
        return writer;
    }

    public void release(ClientWriter writer) {
        others.remove(writer);
    }

    @Override
    public void close() {
        closing.countDown();
        subscribers.forEach(ClientWriter::wake);
    }

    private void sweep() {
        try {
            while (!closing.await(SWEEP_MILLIS, TimeUnit.MILLISECONDS)) {
                long now = System.nanoTime();
                long limit = limits.slowClient().toNanos();
                long silence = limits.heartbeat().toNanos();
                subscribers.forEach(writer -> writer.cutIfSlow(now, limit));
                subscribers.forEach(writer -> writer.wakeIfSilent(now, silence));
                others.forEach(writer -> writer.cutIfSlow(now, limit));
            }
        } catch (InterruptedException _) {
            // Nobody interrupts it; if somebody does, slow clients stay until they go.
        }
    }
}
