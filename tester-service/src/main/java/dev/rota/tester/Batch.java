package dev.rota.tester;

import dev.rota.tester.queue.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The deliveries of one poll, begun in their order by as many threads as there are hands, so that the slot's own thread
 * can take back those that would wait too long. The slot's thread calls. An interrupt of it is passed on to the work,
 * and does not hinder it from saying what became of the deliveries: {@link #interrupted} tells of it.
 */
final class Batch {
    private final Queue<Delivery> waiting;
    private final Queue<Settlement> settled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final List<FutureTask<?>> work;
    private final List<Thread> threads;
    private boolean interrupted;

    private Batch(List<Delivery> deliveries, List<Function<Delivery, Settlement>> hands, Stop stop) {
        this.waiting = new ConcurrentLinkedQueue<>(deliveries);
        this.work = hands.stream()
                .limit(deliveries.size())
                .<FutureTask<?>>map(each -> new FutureTask<>(() -> work(each, stop), null))
                .toList();
        this.threads = work.stream()
                .map(each -> Thread.ofVirtual().name("rota-probes").start(each))
                .toList();
    }

    /**
     * Begins the work.
     *
     * @param hands each for one delivery at a time
     * @param stop after this word none is begun
     */
    static Batch start(List<Delivery> deliveries, List<Function<Delivery, Settlement>> hands, Stop stop) {
        return new Batch(deliveries, hands, stop);
    }

    private void work(Function<Delivery, Settlement> hand, Stop stop) {
        while (!stop.requested()) {
            Delivery next = waiting.poll();
            if (next == null) {
                return;
            }
            settled.add(hand.apply(next));
            count.incrementAndGet();
        }
    }

    /**
     * Waits while it goes on.
     *
     * @param each how long a delivery may take
     * @param all how long all of them may
     * @return whether the work is done; an interrupt ends the wait, too
     */
    boolean goesOn(Duration each, Duration all) {
        long end = System.nanoTime() + all.toNanos();
        int before;
        do {
            before = count.get();
            try {
                if (done(each)) {
                    return true;
                }
            } catch (InterruptedException _) {
                passOn();
                return false;
            }
        } while (count.get() > before && System.nanoTime() < end);
        return false;
    }

    private boolean done(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (FutureTask<?> each : work) {
            try {
                each.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                return false;
            } catch (ExecutionException _) {
                // Whoever asks for the settlements is told.
            }
        }
        return true;
    }

    /** Those that were not begun; they will not be. */
    List<Delivery> withdraw() {
        return drained(waiting);
    }

    private static <T> List<T> drained(Queue<T> queue) {
        List<T> all = new ArrayList<>();
        for (T next = queue.poll(); next != null; next = queue.poll()) {
            all.add(next);
        }
        return all;
    }

    /**
     * Waits for what was begun.
     *
     * @throws RuntimeException what the work failed with
     */
    void awaitBegun() {
        work.forEach(this::await);
    }

    /** What was settled since the last call, in the order in which it was. */
    List<Settlement> settlements() {
        return drained(settled);
    }

    private void await(FutureTask<?> task) {
        while (true) {
            try {
                task.get();
                return;
            } catch (InterruptedException _) {
                passOn();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
            }
        }
    }

    private void passOn() {
        interrupted = true;
        threads.forEach(Thread::interrupt);
    }

    /** Whether the slot's thread was interrupted meanwhile. */
    boolean interrupted() {
        return interrupted;
    }
}
