package dev.rota.launcher.command;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.ClockCheck;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Looks now and then, for as long as a service runs, whether Kafka and the registry answer and whether the machines'
 * clocks agree: at the service's start there may be no records yet to tell by. Says a line when either changes. On a
 * thread of its own.
 */
final class ClusterWatch implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    /** Clients try again for ever and tell of every attempt; this is how soon a person hears of it, once. */
    private static final Map<String, Object> PATIENCE =
            Map.of("client.id", "rota-watch", "request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    private final KafkaSettings kafka;
    private final Clock clock;
    private final Consumer<String> tell;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("cluster-watch").unstarted(this::run);
    private volatile Optional<String> away = Optional.empty();
    private volatile Optional<String> skew = Optional.empty();
    private @Nullable Admin admin;
    private volatile @Nullable RegistryWatch registry;

    /**
     * Not started yet.
     *
     * @param tell where lines go
     */
    ClusterWatch(KafkaSettings kafka, Clock clock, Consumer<String> tell) {
        this.kafka = kafka;
        this.clock = clock;
        this.tell = tell;
    }

    /** Looks for the first time, and goes on. */
    void start() {
        Admin asked = Admin.create(kafka.clientWith(PATIENCE));
        admin = asked;
        registry = new RegistryWatch(kafka, tell);
        look(asked);
        thread.start();
    }

    /** That Kafka does not answer; empty while it does. */
    Optional<String> missing() {
        return away;
    }

    /** What is wrong with the clocks or the registry, a sentence each. */
    List<String> warnings() {
        RegistryWatch watched = registry;
        Optional<String> schemas = watched == null ? Optional.empty() : watched.warning();
        return Stream.concat(skew.stream(), schemas.stream()).toList();
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
        Objects.requireNonNull(registry).look();
        try {
            Optional<String> seen = ClockCheck.of(asked, clock.instant());
            if (away.isPresent()) {
                away = Optional.empty();
                tell.accept("Kafka at " + kafka.bootstrapServers() + " answers again");
            }
            if (skew.isEmpty()) {
                seen.ifPresent(tell);
            }
            skew = seen;
        } catch (KafkaException e) {
            if (away.isEmpty() && closed.getCount() > 0) {
                String line = "Kafka at " + kafka.bootstrapServers() + " does not answer";
                away = Optional.of(line);
                tell.accept(line + "; trying again until it does reason=" + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        RegistryWatch watched = registry;
        if (watched != null) {
            watched.close();
        }
        if (admin != null) {
            // Whoever asks just now is told that it is closed, which is a KafkaException.
            admin.close(Duration.ZERO);
        }
    }
}
