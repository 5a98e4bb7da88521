package dev.rota.tester;

import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Hands to put probes into a broker and take results out. */
public final class Cluster {
    private final KafkaSettings settings;

    public Cluster(TestKafka kafka) {
        this(KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl()));
    }

    /** Makes the topics that are missing. */
    public Cluster(KafkaSettings settings) {
        this.settings = settings;
        try (Admin admin = Admin.create(settings.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(Map.of());
        }
    }

    public KafkaSettings settings() {
        return settings;
    }

    public void publish(List<ModelFound> probes) {
        try (Serializer<ModelFound> serializer =
                Topics.MODEL_FOUND.valueSerde(settings.registry()).serializer()) {
            publishRaw(probes.stream()
                    .map(probe -> new ProducerRecord<>(
                            Topics.MODEL_FOUND.name(),
                            probe.model().toString().getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(Topics.MODEL_FOUND.name(), probe)))
                    .toList());
        }
    }

    public void publishRaw(List<ProducerRecord<byte[], byte[]>> records) {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.clientWith(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(record));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All results so far. */
    public List<TestResult> results() {
        try (Deserializer<TestResult> deserializer =
                Topics.TEST_RESULTS.valueSerde(settings.registry()).deserializer()) {
            return records(Topics.TEST_RESULTS.name()).stream()
                    .map(record -> deserializer.deserialize(record.topic(), record.value()))
                    .toList();
        }
    }

    /** All records of a topic so far. */
    public List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings.clientWith(Map.of()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
            return all;
        }
    }
}
