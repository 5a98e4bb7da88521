package dev.rota.launcher.up;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C or a termination request. The process then ends with code 0 once {@link #close} says that everything
 * has stopped, or after a while whatever hangs.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-signal");

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        asked.countDown();
        boolean clean = false;
        try {
            clean = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        // Returning would end the process with the signal's own code, as if it had been killed.
        Runtime.getRuntime().halt(clean ? 0 : 1);
    }

    public boolean asked() {
        return asked.getCount() == 0;
    }

    /** Waits; true once the process is asked to stop, false when the time is over. */
    public boolean await(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** To be called when everything has stopped. */
    @Override
    public void close() {
        if (!asked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        stopped.countDown();
    }
}
