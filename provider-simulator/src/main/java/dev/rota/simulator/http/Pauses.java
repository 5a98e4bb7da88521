package dev.rota.simulator.http;

import io.helidon.webserver.CloseConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end when the simulator does. */
public final class Pauses implements AutoCloseable {
    private final CountDownLatch closing = new CountDownLatch(1);
    private final double timeScale;

    /** @param timeScale scripted times are divided by it */
    public Pauses(double timeScale) {
        this.timeScale = timeScale;
    }

    /** A scripted time as it passes here, in nanoseconds. */
    long scaled(long nanos) {
        return timeScale == 1 ? nanos : Math.round(nanos / timeScale);
    }

    /** Waits until {@link System#nanoTime} is so late. */
    void until(long nanoTime) {
        try {
            long left = nanoTime - System.nanoTime();
            if (left > 0 && closing.await(left, TimeUnit.NANOSECONDS)) {
                throw new CloseConnectionException("the simulator is closing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("the simulator is closing", e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
