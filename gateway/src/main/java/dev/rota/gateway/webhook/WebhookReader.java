package dev.rota.gateway.webhook;

import dev.rota.client.kafka.ReadFaults;
import dev.rota.client.kafka.TopicReadException;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a webhook's consumer group. Several gateways may have the same webhook: each partition is with one of
 * them. Not thread-safe, but for {@link #wakeup}.
 */
final class WebhookReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookReader.class);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final WebhookConfig config;
    private final KafkaSettings kafka;
    private final InstantSource clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<RotationChange> changes;
    private final Map<TopicPartition, Place> places = new HashMap<>();

    WebhookReader(WebhookConfig config, KafkaSettings kafka, InstantSource clock) {
        this.config = config;
        this.kafka = kafka;
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(
                kafka.clientWith(settings(config.group())), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.changes = Topics.ROTATION_CHANGES.valueSerde(kafka.registry()).deserializer();
    }

    private static Map<String, Object> settings(String group) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        // Only for offsets that are no more; a new webhook begins at the end, see Places.
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        // A gateway that died is replaced within ten seconds; one with a slow receiver has half an hour between polls.
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 2_000);
        settings.put("max.poll.interval.ms", 1_800_000);
        // The topic may be made after us.
        settings.put("metadata.max.age.ms", 30_000);
        return settings;
    }

    void open() {
        consumer.subscribe(List.of(Topics.ROTATION_CHANGES.name()), new Places());
    }

    /** Takes what has come, waiting up to {@code limit} for something to come. */
    void poll(Duration limit) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(limit)) {
            Place place = places.get(new TopicPartition(record.topic(), record.partition()));
            if (place != null) {
                place.read(record, change(record), clock.instant());
            }
        }
    }

    /** Where it is in each of its partitions. */
    Collection<Place> places() {
        return List.copyOf(places.values());
    }

    /** Commits what has been settled since. */
    void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        places.forEach((partition, place) -> place.toCommit().ifPresent(offset -> offsets.put(partition, offset)));
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    private @Nullable RotationChange change(ConsumerRecord<byte[], byte[]> record) {
        try {
            return changes.deserialize(record.topic(), record.value());
        } catch (RuntimeException e) {
            TopicReadException registry = ReadFaults.registry(e, kafka);
            if (registry != null) {
                throw registry;
            }
            LOG.warn(
                    "record skipped topic={} partition={} offset={} webhook={} reason=\"{}\"",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    config.name(),
                    e.getMessage());
            return null;
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        changes.close();
        consumer.close(CloseOptions.timeout(CLOSE));
    }

    /** Takes up and gives back partitions. */
    private final class Places implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                @Nullable OffsetAndMetadata known = committed.get(partition);
                // A new webhook is told of what changes from now on, not of history.
                Progress progress = known == null ? Progress.at(end) : Progress.of(known.offset(), known.metadata());
                consumer.seek(partition, progress.next());
                places.put(
                        partition,
                        new Place(new Hold(config.hold(), config.rotations(), config.kinds()), progress, end));
            }
            commit();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                commit();
            } catch (KafkaException e) {
                LOG.warn("settled changes not committed webhook={} reason=\"{}\"", config.name(), e.getMessage());
            }
            partitions.forEach(places::remove);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(places::remove);
        }
    }

    /** When there may be something to try next. */
    Instant nextTry(Instant latest) {
        return places.values().stream()
                .flatMap(place -> place.next().stream())
                .filter(at -> at.isBefore(latest))
                .min(Instant::compareTo)
                .orElse(latest);
    }
}
