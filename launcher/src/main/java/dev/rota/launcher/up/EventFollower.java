package dev.rota.launcher.up;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads probes, results, rotations and changes from now on, and shows them. The rotations that are there come first.
 */
final class EventFollower implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);
    private static final Duration TICK = Duration.ofMillis(250);

    private final KafkaSettings kafka;
    private final View view;
    private final Thread thread = Thread.ofPlatform().name("event-follower").unstarted(this::follow);
    private final KafkaConsumer<String, byte[]> consumer;
    private Map<String, Sink<?>> sinks = Map.of();

    EventFollower(KafkaSettings kafka, View view) {
        this.kafka = kafka;
        this.view = view;
        this.consumer = new KafkaConsumer<>(
                kafka.clientWith(Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "false")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void start() {
        sinks = Map.of(
                Topics.MODEL_FOUND.name(), new Sink<>(Topics.MODEL_FOUND, kafka, view::found),
                Topics.TEST_RESULTS.name(), new Sink<>(Topics.TEST_RESULTS, kafka, view::result),
                Topics.ROTATION.name(), new Sink<>(Topics.ROTATION, kafka, view::rotation),
                Topics.ROTATION_CHANGES.name(), new Sink<>(Topics.ROTATION_CHANGES, kafka, view::change));
        List<TopicPartition> partitions = new ArrayList<>();
        sinks.keySet()
                .forEach(topic -> consumer.partitionsFor(topic)
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition()))));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions.stream()
                .filter(partition -> !partition.topic().equals(Topics.ROTATION.name()))
                .toList());
        // Seeking is lazy; without asking, what comes before the first poll would be missed.
        partitions.forEach(consumer::position);
        thread.start();
    }

    private void follow() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(TICK)) {
                    sinks.get(event.topic()).show(event);
                }
                view.tick();
            }
        } catch (WakeupException _) {
            view.close();
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            if (thread.isAlive()) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Sink<V>(Topic<V> topic, Serde<V> serde, Consumer<V> target) {
        Sink(Topic<V> topic, KafkaSettings kafka, Consumer<V> target) {
            this(topic, topic.valueSerde(kafka.registry()), target);
        }

        void show(ConsumerRecord<String, byte[]> event) {
            try {
                V value = serde.deserializer().deserialize(topic.name(), event.value());
                if (value != null) {
                    target.accept(value);
                }
            } catch (SerializationException e) {
                LOG.warn("event not shown topic={} offset={} reason={}", event.topic(), event.offset(), e.getMessage());
            }
        }
    }
}
