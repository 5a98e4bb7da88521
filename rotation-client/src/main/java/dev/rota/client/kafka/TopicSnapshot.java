package dev.rota.client.kafka;

import dev.rota.runtime.batch.Batching;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a topic once, from its beginning to the end it has at the start. All cores decode, ahead of the sink; the sink
 * is called on the calling thread.
 */
public final class TopicSnapshot {
    private static final Duration POLL = Duration.ofMillis(100);

    /** Told after each step how far reading has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So much is read.
         *
         * @param done records read, from 0
         * @param all records there were at the start; what was deleted or compacted away counts
         */
        void read(long done, long all);
    }

    private TopicSnapshot() {}

    /**
     * What a compacted topic holds now: the newest value of each key, keys sorted.
     *
     * @throws TopicReadException within about 5 s if Kafka, the registry or the topic is out of reach
     */
    public static <V> Map<String, V> read(Topic<V> topic, KafkaSettings kafka) {
        Map<String, V> newest = new TreeMap<>();
        forEach(topic, kafka, Start.beginning(), record -> {
            V value = record.value();
            if (value == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), value);
            }
        });
        return newest;
    }

    /**
     * Every readable record, in the order of each partition; what could not be read is logged.
     *
     * @return how many records could not be read
     * @throws TopicReadException within about 5 s if Kafka, the registry or the topic is out of reach
     */
    public static <V> long forEach(Topic<V> topic, KafkaSettings kafka, Start start, Consumer<TopicRecord<V>> sink) {
        return forEach(topic, kafka, start, sink, (_, _) -> {});
    }

    /**
     * The same, telling on the calling thread how far it has come.
     *
     * @return how many records could not be read
     * @throws TopicReadException within about 5 s if Kafka, the registry or the topic is out of reach
     */
    public static <V> long forEach(
            Topic<V> topic, KafkaSettings kafka, Start start, Consumer<TopicRecord<V>> sink, Progress progress) {
        return inBatches(topic, kafka, start, Batching.each(sink), progress);
    }

    /**
     * Every readable record, gathered in batches; they are taken in the order of each partition.
     *
     * @return how many records could not be read
     * @throws TopicReadException within about 5 s if Kafka, the registry or the topic is out of reach
     */
    public static <V, B> long inBatches(
            Topic<V> topic, KafkaSettings kafka, Start start, Batching<TopicRecord<V>, B> batching, Progress progress) {
        try (TopicReader<V> reader = new TopicReader<>(topic, kafka);
                DecodingAhead<V, B> decoding = new DecodingAhead<>(
                        () -> new RecordDecoder<>(topic, kafka),
                        e -> ReadFaults.registry(e, kafka) != null,
                        batching,
                        reader::refuse)) {
            reader.open(start, Map.of());
            long all = reader.ahead();
            long patience = System.nanoTime();
            Map<?, Long> before = Map.of();
            while (!reader.caughtUp()) {
                List<ConsumerRecord<String, byte[]>> fetched = reader.fetch(POLL);
                decoding.add(fetched);
                if (fetched.isEmpty() || reader.caughtUp()) {
                    decoding.finish();
                }
                progress.read(all - reader.ahead(), all);
                Map<?, Long> now = reader.positions();
                if (!now.equals(before)) {
                    before = now;
                    patience = System.nanoTime();
                } else if (System.nanoTime() - patience > ReaderSettings.PATIENCE.toNanos()) {
                    // Kafka went away, in which case this throws, or is slow, in which case we wait on.
                    reader.ask();
                    patience = System.nanoTime();
                }
            }
            return reader.unreadable();
        }
    }
}
