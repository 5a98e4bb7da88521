package dev.rota.registry.log;

import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.registry.SchemaRegistryException;
import dev.rota.registry.subject.Entry;
import dev.rota.registry.subject.RegistryError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic from its beginning and applies it to the state, first up to its end, then on a thread of its own. A
 * record that cannot be read is told and skipped.
 */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final SchemaRegistryConfig config;
    private final Consumer<Entry> state;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Thread thread;
    private final Object progress = new Object();
    private long position;
    private @Nullable RuntimeException failure;

    LogReader(SchemaRegistryConfig config, Map<String, Object> settings, Consumer<Entry> state) {
        this.config = config;
        this.state = state;
        this.partition = new TopicPartition(config.topic(), 0);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread =
                Thread.ofPlatform().name("schema-registry-reader").daemon().unstarted(this::run);
    }

    /** Returns once the state holds all that the topic held when this was called. */
    void start() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), config.timeout()).getOrDefault(partition, 0L);
        long deadline = System.nanoTime() + config.timeout().toNanos();
        while (consumer.position(partition, config.timeout()) < end) {
            if (System.nanoTime() > deadline) {
                throw new SchemaRegistryException("the topic %s could not be read within %s: check Kafka %s"
                        .formatted(config.topic(), config.timeout(), config.bootstrapServers()));
            }
            poll();
        }
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                poll();
            }
        } catch (WakeupException _) {
            LOG.debug("schema registry reader stops topic={}", config.topic());
        } catch (RuntimeException e) {
            LOG.error("schema registry reader failed, schemas can be read but not written topic={}", config.topic(), e);
            synchronized (progress) {
                failure = e;
                progress.notifyAll();
            }
        }
    }

    private void poll() {
        consumer.poll(POLL).forEach(this::apply);
        synchronized (progress) {
            position = consumer.position(partition);
            progress.notifyAll();
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        try {
            EntryCodec.read(record.key(), record.value()).ifPresent(state);
        } catch (IOException e) {
            LOG.warn(
                    "unreadable record skipped topic={} offset={} reason={}",
                    record.topic(),
                    record.offset(),
                    e.getMessage());
        }
    }

    /** Waits until the record at this offset is applied. */
    void await(long offset, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (progress) {
            while (position <= offset) {
                long millis = (deadline - System.nanoTime()) / 1_000_000;
                if (failure != null || millis <= 0) {
                    throw RegistryError.storeFailed("it was written, but could not be read back within " + limit);
                }
                progress.wait(millis);
            }
        }
    }

    Optional<RuntimeException> failure() {
        synchronized (progress) {
            return Optional.ofNullable(failure);
        }
    }

    @Override
    public void close() {
        if (thread.isAlive()) {
            consumer.wakeup();
            try {
                thread.join(config.timeout());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        consumer.close();
    }
}
