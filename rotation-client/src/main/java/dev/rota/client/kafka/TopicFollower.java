package dev.rota.client.kafka;

import dev.rota.client.Backoff;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic for ever, whatever becomes of Kafka meanwhile, and tells a listener. Each record is delivered once,
 * even across lost connections; a topic made anew is read from its beginning. {@link #start} and {@link #close} may be
 * called from any thread.
 *
 * <pre>
 * opening ──> reading ──Kafka, registry or topic out of reach──> waiting ──> opening, where it was
 * </pre>
 */
public final class TopicFollower<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final Topic<V> topic;
    private final KafkaSettings kafka;
    private final Start start;
    private final TopicListener<V> listener;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable TopicReader<V> reader;
    private boolean caughtUp;
    private int failures;

    public TopicFollower(Topic<V> topic, KafkaSettings kafka, Start start, TopicListener<V> listener) {
        this.topic = topic;
        this.kafka = kafka;
        this.start = start;
        this.listener = listener;
        this.thread =
                Thread.ofPlatform().daemon().name("rota-follow-" + topic.name()).unstarted(this::run);
    }

    /** Begins; returns at once. */
    public void start() {
        thread.start();
    }

    /** Ends; what is being delivered is delivered to its end. */
    @Override
    public void close() {
        closing.countDown();
        TopicReader<V> current = reader;
        if (current != null) {
            current.wakeup();
        }
        try {
            boolean _ = thread.join(CLOSE_WAIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException _) {
            // Never started.
        }
    }

    private void run() {
        while (open()) {
            try (TopicReader<V> opened = new TopicReader<>(topic, kafka);
                    RecordDecoder<V> decoder = new RecordDecoder<>(topic, kafka)) {
                reader = opened;
                follow(opened, decoder);
            } catch (WakeupException _) {
                // Closing.
            } catch (TopicReadException e) {
                listener.lost(String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    private void follow(TopicReader<V> opened, RecordDecoder<V> decoder) {
        opened.open(start, positions);
        heard();
        long asked = System.nanoTime();
        while (open()) {
            tellIfCaughtUp(opened);
            opened.fetch(POLL).forEach(record -> opened.deliver(decoder.decode(record), this::deliver));
            if (System.nanoTime() - asked > ASK_NANOS) {
                opened.ask();
                heard();
                asked = System.nanoTime();
            }
        }
    }

    private void deliver(TopicRecord<V> record) {
        // Before the listener is told: a listener that throws must not be told the same again for ever.
        positions.put(new TopicPartition(topic.name(), record.partition()), record.offset() + 1);
        listener.record(record);
    }

    private void tellIfCaughtUp(TopicReader<V> opened) {
        if (!caughtUp && opened.caughtUp()) {
            caughtUp = true;
            listener.caughtUp();
        }
    }

    private void heard() {
        failures = 0;
        listener.heard();
    }

    private boolean open() {
        return closing.getCount() > 0;
    }

    private void pause() {
        failures++;
        try {
            long millis = backoff.after(failures, ThreadLocalRandom.current()).toMillis();
            boolean _ = closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }
}
