package dev.rota.tester;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The word to stop, given once to all slots. Thread-safe. */
final class Stop {
    private final CountDownLatch latch = new CountDownLatch(1);

    void request() {
        latch.countDown();
    }

    boolean requested() {
        return latch.getCount() == 0;
    }

    /** Passes time, but not beyond the word to stop, nor an interrupt, which is kept. */
    void sleep(Duration duration) {
        try {
            if (latch.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
