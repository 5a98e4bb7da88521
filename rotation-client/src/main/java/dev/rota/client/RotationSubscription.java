package dev.rota.client;

import dev.rota.domain.rotation.Rotation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A rotation, followed. Thread-safe: any number of threads may ask and listen.
 *
 * <p>Once a snapshot has come there always is one: when the source is lost the last one stays, {@link #freshness}
 * tells, and the feed goes on trying.
 */
public final class RotationSubscription implements AutoCloseable {
    private final RotationFeed feed;
    private final InstantSource clock;
    private final Listeners listeners = new Listeners();
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Rotation current;
    private volatile Freshness link = Freshness.NEVER;

    private RotationSubscription(RotationFeed feed, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Starts following; returns at once. Closing the subscription closes the feed. */
    public static RotationSubscription to(RotationFeed feed) {
        return to(feed, InstantSource.system());
    }

    /** The same with a clock of one's own. */
    public static RotationSubscription to(RotationFeed feed, InstantSource clock) {
        RotationSubscription subscription = new RotationSubscription(feed, clock);
        feed.start(subscription.new Sink());
        return subscription;
    }

    /**
     * The newest snapshot. Never blocks.
     *
     * @throws NoRotationException before the first snapshot, and never after it; see {@link #await}
     */
    public Rotation current() {
        Rotation rotation = current;
        if (rotation == null) {
            throw new NoRotationException("no snapshot of the rotation has come yet: " + link.problem());
        }
        return rotation;
    }

    /** The newest snapshot; empty before the first. Never blocks. */
    public Optional<Rotation> find() {
        return Optional.ofNullable(current);
    }

    /**
     * Waits for the first snapshot; returns at once if it is there.
     *
     * @throws NoRotationException if none came in time
     */
    public Rotation await(Duration limit) throws InterruptedException {
        boolean _ = first.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        return current();
    }

    /** How far {@link #current} can be trusted. Never blocks. */
    public Freshness freshness() {
        Freshness now = link;
        Rotation rotation = current;
        return new Freshness(
                now.connected(), now.heardAt(), now.problem(), rotation == null ? null : rotation.staleSince());
    }

    /**
     * Tells a listener of the present snapshot and of every one after it. A listener too slow to take each is told of
     * the newest, as one change.
     *
     * @return closes to end it
     */
    public Registration listen(RotationListener listener) {
        return listeners.add(listener, current);
    }

    /** Ends the subscription; {@link #current} keeps its value. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            feed.close();
            listeners.close();
        }
    }

    /** A listener's place, to be closed when it has heard enough. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final class Sink implements RotationSink {
        @Override
        public void rotation(Rotation rotation) {
            heard();
            current = rotation;
            first.countDown();
            listeners.tell(rotation);
        }

        @Override
        public void heard() {
            link = new Freshness(true, clock.instant(), null, null);
        }

        @Override
        public void lost(String problem) {
            link = new Freshness(false, link.heardAt(), problem, null);
        }
    }
}
