package dev.rota.gateway.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is new in a log to all its subscribers, from as many threads as there are processors. A thread that a
 * client holds up is replaced within milliseconds, and the client is left to a thread of its own from then on. Frames
 * that come meanwhile are the next round's: all of them, or the newest alone.
 */
final class Fanout {
    /** How long no client may have been taken before more threads are put to work. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int WRITERS = Runtime.getRuntime().availableProcessors();

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final Supplier<@Nullable Frame> newest;
    private final Thread thread = Thread.ofVirtual().name("gateway-fan-out").unstarted(this::run);
    private volatile boolean ended;
    private int rounds;

    /** @param newest the log's newest frame */
    Fanout(Supplier<@Nullable Frame> newest) {
        this.newest = newest;
    }

    void start() {
        thread.start();
    }

    void enter(Subscriber subscriber) {
        subscribers.add(subscriber);
    }

    void leave(Subscriber subscriber) {
        subscribers.remove(subscriber);
    }

    /** Tells that something is new. */
    void wake() {
        LockSupport.unpark(thread);
    }

    void end() {
        ended = true;
        wake();
    }

    private void run() {
        Frame brought = null;
        while (!ended) {
            Frame frame = newest.get();
            if (frame == brought) {
                LockSupport.park(this);
            } else {
                brought = frame;
                round();
            }
        }
    }

    private void round() {
        if (subscribers.isEmpty()) {
            return;
        }
        Round round = new Round(subscribers.toArray(Subscriber[]::new), rounds++, thread);
        int taken = 0;
        round.begin(WRITERS);
        for (long since = System.nanoTime(); !round.over(); ) {
            LockSupport.parkNanos(this, PATIENCE_NANOS);
            long now = System.nanoTime();
            if (round.taken() != taken) {
                taken = round.taken();
                since = now;
            } else if (now - since >= PATIENCE_NANOS) {
                round.begin(WRITERS);
                since = now;
            }
        }
    }

    /** One frame for all, each of whom is taken by one thread; another begins each time. */
    private static final class Round {
        private final Subscriber[] subscribers;
        private final int first;
        private final Thread waiting;
        private final AtomicInteger next = new AtomicInteger();

        Round(Subscriber[] subscribers, int first, Thread waiting) {
            this.subscribers = subscribers;
            this.first = first;
            this.waiting = waiting;
        }

        void begin(int writers) {
            for (int i = 0; i < writers; i++) {
                Thread.ofVirtual().name("gateway-fan-out-writer").start(this::write);
            }
        }

        private void write() {
            for (int i = next.getAndIncrement(); i < subscribers.length; i = next.getAndIncrement()) {
                subscribers[Math.floorMod(first + i, subscribers.length)].serve();
            }
            LockSupport.unpark(waiting);
        }

        int taken() {
            return Math.min(next.get(), subscribers.length);
        }

        boolean over() {
            return next.get() >= subscribers.length;
        }
    }
}
