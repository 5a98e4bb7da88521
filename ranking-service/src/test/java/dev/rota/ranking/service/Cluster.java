package dev.rota.ranking.service;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.result.TestResult;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with Rota's topics, and a producer of results. */
final class Cluster implements AutoCloseable {
    final KafkaSettings settings;
    private final EmbeddedKafka kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    Cluster(Path directory) {
        kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        settings = KafkaSettings.of(kafka.bootstrapServers(), "mock://" + directory.getFileName());
        try (Admin admin = Admin.create(settings.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(Map.of());
        }
        producer = new KafkaProducer<>(
                settings.clientWith(Map.of("linger.ms", 0)), new StringSerializer(), new ByteArraySerializer());
    }

    void send(TestResult result) {
        send(Topics.TEST_RESULTS, result.model().toString(), result);
    }

    void send(ModelFacts facts) {
        send(Topics.MODELS, facts.model().toString(), facts);
    }

    void sendBytes(Topic<?> topic, String key, byte[] value) {
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        sendBytes(topic, key, serializer(topic).serialize(topic.name(), value));
    }

    @SuppressWarnings("unchecked") // put there under this very topic
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(
                topic.name(), _ -> topic.valueSerde(settings.registry()).serializer());
    }

    @Override
    public void close() {
        producer.close();
        kafka.close();
    }
}
