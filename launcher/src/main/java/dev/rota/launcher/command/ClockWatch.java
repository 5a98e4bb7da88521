package dev.rota.launcher.command;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then whether the machines' clocks agree, for as long as a service runs: at its start there may be no
 * records yet to tell by. On a thread of its own.
 */
final class ClockWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(30);

    private final KafkaSettings kafka;
    private final Clock clock;
    private final Consumer<String> tell;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("clock-watch").unstarted(this::run);
    private volatile Optional<String> warning = Optional.empty();
    private @Nullable Admin admin;

    /**
     * Not started yet.
     *
     * @param tell where a line goes when clocks begin to differ
     */
    ClockWatch(KafkaSettings kafka, Clock clock, Consumer<String> tell) {
        this.kafka = kafka;
        this.clock = clock;
        this.tell = tell;
    }

    /** Looks for the first time, and goes on. */
    void start() {
        Admin asked = Admin.create(kafka.clientWith(Map.of("client.id", "rota-clock-watch")));
        admin = asked;
        look(asked);
        thread.start();
    }

    /** What is wrong with the clocks; empty if nothing was seen. */
    Optional<String> warning() {
        return warning;
    }

    private void run() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                look(Objects.requireNonNull(admin));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Admin asked) {
        try {
            Optional<String> seen = ClockCheck.of(asked, clock.instant());
            if (warning.isEmpty()) {
                seen.ifPresent(tell);
            }
            warning = seen;
        } catch (KafkaException _) {
            // Kafka is away, which the service itself tells; what was seen last stays.
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (admin != null) {
            // Whoever asks just now is told that it is closed, which is a KafkaException.
            admin.close(Duration.ZERO);
        }
    }
}
