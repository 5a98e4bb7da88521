package dev.rota.client.kafka;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer on all partitions of one topic. Not thread-safe, but for {@link #wakeup}. Every method that talks to
 * Kafka throws {@link TopicReadException}, or {@link WakeupException} after a wake-up.
 */
final class TopicReader<V> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);

    private final Topic<V> topic;
    private final KafkaSettings kafka;
    private final KafkaConsumer<String, byte[]> consumer;
    private Map<TopicPartition, Long> ends = Map.of();
    private long unreadable;

    TopicReader(Topic<V> topic, KafkaSettings kafka) {
        this.topic = topic;
        this.kafka = kafka;
        try {
            this.consumer = new KafkaConsumer<>(
                    ReaderSettings.consumer(kafka), new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw ReadFaults.of(e, topic.name(), kafka);
        }
    }

    /**
     * Takes its place in the topic.
     *
     * @param kept positions of an earlier reader, which win over {@code start}
     */
    void open(Start start, Map<TopicPartition, Long> kept) {
        guarded(() -> {
            List<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            ends = consumer.endOffsets(partitions);
            seek(start, partitions);
            kept.forEach(consumer::seek);
        });
    }

    private List<TopicPartition> partitions() {
        List<PartitionInfo> infos = consumer.partitionsFor(topic.name());
        if (infos == null || infos.isEmpty()) {
            throw ReadFaults.missing(topic.name(), kafka);
        }
        return infos.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void seek(Start start, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        beginnings.forEach((partition, beginning) -> consumer.seek(
                partition,
                switch (start) {
                    case Start.Beginning _ -> beginning;
                    case Start.Tail(long records) -> Math.max(beginning, ends.getOrDefault(partition, 0L) - records);
                }));
    }

    /** What has come, waiting up to {@code limit} for something to come. */
    List<ConsumerRecord<String, byte[]>> fetch(Duration limit) {
        List<ConsumerRecord<String, byte[]>> fetched = new ArrayList<>();
        guarded(() -> consumer.poll(limit).forEach(fetched::add));
        return fetched;
    }

    /**
     * Hands on a record that could be read; one that could not be is counted and logged.
     *
     * @throws TopicReadException if it could not be read because the registry is out of reach
     */
    void deliver(Decoded<V> decoded, Consumer<TopicRecord<V>> sink) {
        switch (decoded) {
            case Decoded.Read<V> read -> sink.accept(read.record());
            case Decoded.Refused<V> refused -> refuse(refused);
        }
    }

    /**
     * Counts and logs a record that could not be read.
     *
     * @throws TopicReadException if that is because the registry is out of reach
     */
    void refuse(Decoded.Refused<V> refused) {
        ConsumerRecord<String, byte[]> record = refused.record();
        TopicReadException registry = ReadFaults.registry(refused.reason(), kafka);
        if (registry != null) {
            throw registry;
        }
        unreadable++;
        LOG.warn(
                "record skipped topic={} partition={} offset={} reason=\"{}\"",
                record.topic(),
                record.partition(),
                record.offset(),
                refused.reason().getMessage());
    }

    /** Whether all that was there at {@link #open} has been polled. */
    boolean caughtUp() {
        Map<TopicPartition, Long> now = positions();
        return ends.entrySet().stream().allMatch(end -> now.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** How many offsets lie between what is polled and what was there at {@link #open}. */
    long ahead() {
        Map<TopicPartition, Long> now = positions();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - now.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /** The next record of each partition. */
    Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        guarded(() -> consumer.assignment().forEach(each -> positions.put(each, consumer.position(each))));
        return positions;
    }

    /** Asks Kafka something small, to know that it answers. */
    void ask() {
        guarded(() -> consumer.endOffsets(consumer.assignment()));
    }

    /** Records skipped because they could not be read. */
    long unreadable() {
        return unreadable;
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            throw ReadFaults.of(e, topic.name(), kafka);
        }
    }
}
