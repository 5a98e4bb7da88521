package dev.rota.discovery.kafka;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole topics, first up to what is there, then whatever follows. It belongs to no group, so it keeps positions
 * of its own and disturbs nobody's. Used by one thread at a time.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private record Reading<V>(Deserializer<V> values, BiConsumer<V, Headers> to) {}

    private final KafkaSettings settings;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Runnable onUnreadable;
    private final Map<String, Reading<?>> readings = new HashMap<>();

    /** @param onUnreadable told of every record that cannot be read; it is skipped */
    public TopicReader(KafkaSettings settings, Runnable onUnreadable) {
        this.settings = settings;
        this.onUnreadable = onUnreadable;
        Map<String, Object> config = settings.clientWith(Map.of("max.poll.records", 2_000));
        config.put("client.id", "rota-discovery-reader");
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Adds a topic; to be called before {@link #restore}. */
    public <V> TopicReader read(Topic<V> topic, BiConsumer<V, Headers> to) {
        Deserializer<V> values = topic.valueSerde(settings.registry()).deserializer();
        readings.put(topic.name(), new Reading<>(values, to));
        return this;
    }

    /**
     * Reads everything that is there now, of test results only what is newer than the given time: the history may be
     * long, and only what followed a probe that still waits for an answer is of use.
     */
    public void restore(Instant resultsFrom) {
        List<TopicPartition> partitions = readings.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        seekResults(partitions, resultsFrom);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            follow();
        }
    }

    private void seekResults(List<TopicPartition> partitions, Instant from) {
        Map<TopicPartition, Long> times = partitions.stream()
                .filter(partition -> partition.topic().equals(Topics.TEST_RESULTS.name()))
                .collect(Collectors.toMap(partition -> partition, _ -> from.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, offset) -> seek(partition, offset));
    }

    private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp offset) {
        if (offset == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, offset.offset());
        }
    }

    /** Takes what has come since, waiting a moment for it. */
    public void follow() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            take(record, Objects.requireNonNull(readings.get(record.topic())));
        }
    }

    private <V> void take(ConsumerRecord<String, byte[]> record, Reading<V> reading) {
        V value;
        try {
            value = reading.values().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            onUnreadable.run();
            LOG.warn(
                    "unreadable record skipped topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    String.valueOf(e.getMessage()));
            return;
        }
        if (value != null) {
            reading.to().accept(value, record.headers());
        }
    }

    @Override
    public void close() {
        consumer.close();
        readings.values().forEach(reading -> reading.values().close());
    }
}
