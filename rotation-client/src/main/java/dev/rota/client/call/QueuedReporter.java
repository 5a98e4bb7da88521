package dev.rota.client.call;

import dev.rota.client.Backoff;
import dev.rota.domain.result.TestResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports in the background, in batches. What cannot be delivered waits and is tried again; when more than
 * {@value #WAITING} wait, the oldest are dropped and counted: an application must not fail for its evidence.
 * Thread-safe.
 */
public final class QueuedReporter implements ResultReporter, AutoCloseable {
    /** Brings results to where they count. */
    public interface Delivery extends AutoCloseable {
        /**
         * Delivers a batch. A batch may be delivered twice: results have ids.
         *
         * @throws IOException it could not be delivered; it is tried again
         * @throws IllegalArgumentException it was refused for good; it is dropped
         */
        void deliver(List<TestResult> results) throws IOException, InterruptedException;

        @Override
        default void close() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(QueuedReporter.class);
    private static final int WAITING = 1_000;
    private static final int BATCH = 100;
    private static final Duration LAST_CHANCE = Duration.ofSeconds(2);

    private final BlockingQueue<TestResult> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final Delivery delivery;
    private final Backoff backoff = Backoff.standard();
    private final Thread thread = Thread.ofVirtual().name("rota-reporter").unstarted(this::run);
    private volatile boolean closing;

    private QueuedReporter(Delivery delivery) {
        this.delivery = delivery;
    }

    /** Starts reporting. Closing the reporter closes the delivery. */
    public static QueuedReporter start(Delivery delivery) {
        QueuedReporter reporter = new QueuedReporter(delivery);
        reporter.thread.start();
        return reporter;
    }

    @Override
    public void report(TestResult result) {
        while (!waiting.offer(result)) {
            if (waiting.poll() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    /** Results that never arrived. */
    public long dropped() {
        return dropped.get();
    }

    /** Gives what waits a last chance of two seconds, then ends. */
    @Override
    public void close() {
        closing = true;
        try {
            if (!thread.join(LAST_CHANCE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        delivery.close();
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                TestResult first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<TestResult> batch = new ArrayList<>(List.of(first));
                    waiting.drainTo(batch, BATCH - 1);
                    deliver(batch);
                }
            }
        } catch (InterruptedException _) {
            dropped.addAndGet(waiting.size());
        }
    }

    private void deliver(List<TestResult> batch) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                delivery.deliver(batch);
                return;
            } catch (IllegalArgumentException e) {
                dropped.addAndGet(batch.size());
                LOG.warn("results refused count={} reason=\"{}\"", batch.size(), e.getMessage());
                return;
            } catch (IOException e) {
                LOG.debug("results not delivered yet count={} reason=\"{}\"", batch.size(), e.getMessage());
                Thread.sleep(backoff.after(failures, ThreadLocalRandom.current()));
            }
        }
    }
}
