package dev.rota.tester;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the brokers answer. Slots leave their group while they do not: a member of a share group that cannot reach
 * them spins, in Kafka's client of this version, and those of one tester would take a whole processor for as long as it
 * lasts. Looks on a thread of its own; asked by all slots.
 */
final class BrokerWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int PATIENCE_MS = 5_000;

    private final Admin admin;
    private final Stop stop;
    private volatile boolean there = true;

    /** @param admin used, not closed */
    BrokerWatch(Admin admin, Stop stop) {
        this.admin = admin;
        this.stop = stop;
    }

    boolean there() {
        return there;
    }

    /** Waits until they answer, or until the word to stop. */
    void await() {
        while (!there && !stop.requested() && !Thread.currentThread().isInterrupted()) {
            stop.sleep(PERIOD);
        }
    }

    @Override
    public void run() {
        try {
            while (!stop.requested()) {
                look();
                stop.sleep(PERIOD);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        boolean answer = answers();
        if (answer != there) {
            LOG.info(answer ? "Kafka answers again, slots go on" : "Kafka does not answer, slots wait");
        }
        there = answer;
    }

    private boolean answers() throws InterruptedException {
        try {
            var _ = admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
