package dev.rota.tester;

import dev.rota.tester.queue.GroupLag;
import java.time.Duration;

/** Reads the group's lag now and then, on a thread of its own. */
final class LagWatch implements Runnable {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final GroupLag lag;
    private final TesterMetrics metrics;
    private final Stop stop;

    LagWatch(GroupLag lag, TesterMetrics metrics, Stop stop) {
        this.lag = lag;
        this.metrics = metrics;
        this.stop = stop;
    }

    @Override
    public void run() {
        try {
            while (!stop.requested()) {
                lag.read().ifPresent(metrics::lag);
                stop.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
