package dev.rota.discovery.kafka;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Membership in the group of discovery instances: whoever is assigned the first partition of {@code rota.models} leads.
 * Nothing is read through it; Kafka's own failure detection is all that is wanted.
 */
public final class Leadership implements AutoCloseable {
    /** The group's name; public, for whoever lists groups. */
    public static final String GROUP = "rota-discovery";

    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final TopicPartition SEAT = new TopicPartition(Topics.MODELS.name(), 0);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().name("discovery-leadership").daemon(true).unstarted(this::run);
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean leading;
    private volatile boolean closed;

    public Leadership(KafkaSettings settings) {
        this.settings = settings;
    }

    public void start() {
        thread.start();
    }

    public boolean leading() {
        lock.lock();
        try {
            return leading;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until this instance leads; false if the time passed first, or it was closed. */
    public boolean awaitLeading(Duration limit) throws InterruptedException {
        return await(true, limit);
    }

    /** Waits until it does not lead; false if the time passed first. */
    public boolean awaitLost(Duration limit) throws InterruptedException {
        return await(false, limit);
    }

    private boolean await(boolean wanted, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (leading != wanted && nanos > 0 && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            return leading == wanted;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                consumer.subscribe(List.of(SEAT.topic()), new Seat(consumer));
                while (!closed) {
                    consumer.poll(POLL);
                }
            } catch (InterruptException | WakeupException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.warn("discovery group membership failed, joining again reason={}", String.valueOf(e.getMessage()));
                pause();
            } finally {
                lead(false);
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> config = settings.clientWith(Map.of(
                "session.timeout.ms", 10_000,
                "heartbeat.interval.ms", 1_000,
                "partition.assignment.strategy", "org.apache.kafka.clients.consumer.StickyAssignor"));
        config.put("group.id", GROUP);
        config.put("group.protocol", "classic");
        config.put("client.id", "rota-discovery-leadership");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "latest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            var _ = closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private void lead(boolean now) {
        lock.lock();
        try {
            if (leading != now) {
                LOG.info("discovery leadership leading={}", now);
            }
            leading = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Leaves the group, so that another instance takes over at once. */
    @Override
    public void close() {
        closed = true;
        closing.countDown();
        lead(false);
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Seat implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        Seat(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(consumer.assignment());
            lead(consumer.assignment().contains(SEAT));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (partitions.contains(SEAT)) {
                lead(false);
            }
        }
    }
}
