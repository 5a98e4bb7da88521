package dev.rota.discovery;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything committed on a topic. */
public final class Records {
    private Records() {}

    public static List<ModelFound> probes(KafkaSettings kafka) {
        return all(kafka, Topics.MODEL_FOUND);
    }

    public static List<ModelFacts> facts(KafkaSettings kafka) {
        return all(kafka, Topics.MODELS);
    }

    static <V> List<V> all(KafkaSettings kafka, Topic<V> topic) {
        Map<String, Object> config =
                kafka.clientWith(Map.of("isolation.level", "read_committed", "auto.offset.reset", "earliest"));
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                topic.valueSerde(kafka.registry()).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<V> values = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
