package dev.rota.ranking.service;

import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every rotation ever published, as a subscriber would, committed ones only. */
final class Reader implements AutoCloseable {
    final List<Rotation> rotations = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    Reader(KafkaSettings kafka) {
        thread = Thread.ofPlatform().name("rotation-reader").start(() -> read(kafka));
    }

    private void read(KafkaSettings kafka) {
        Map<String, Object> config =
                kafka.clientWith(Map.of("auto.offset.reset", "earliest", "isolation.level", "read_committed"));
        try (KafkaConsumer<String, Rotation> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                Topics.ROTATION.valueSerde(kafka.registry()).deserializer())) {
            TopicPartition partition = new TopicPartition(Topics.ROTATION.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (!stopped.get()) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> rotations.add(record.value()));
            }
        }
    }

    List<Long> revisions(String rotation) {
        return rotations.stream()
                .filter(r -> r.name().equals(rotation))
                .map(Rotation::revision)
                .toList();
    }

    @Override
    public void close() {
        stopped.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
