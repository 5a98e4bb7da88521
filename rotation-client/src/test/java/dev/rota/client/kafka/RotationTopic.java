package dev.rota.client.kafka;

import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Cleanup;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic of rotations that a test has to itself, and its producer. */
final class RotationTopic implements AutoCloseable {
    private final Topic<Rotation> topic;
    private final KafkaSettings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final Serializer<Rotation> values;

    RotationTopic(TestKafka kafka, String name) {
        this.topic = new Topic<>(name, Topics.ROTATION.mapping(), 2, Cleanup.COMPACT, null);
        this.settings = KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl());
        this.producer = new KafkaProducer<>(
                settings.clientWith(Map.of("linger.ms", "0")), new StringSerializer(), new ByteArraySerializer());
        this.values = topic.valueSerde(settings.registry()).serializer();
    }

    Topic<Rotation> topic() {
        return topic;
    }

    KafkaSettings settings() {
        return settings;
    }

    void send(Rotation rotation) {
        sendBytes(rotation.name(), values.serialize(topic.name(), rotation));
    }

    /** Sends with the next one that is sent. */
    void sendLater(Rotation rotation) {
        byte[] value = values.serialize(topic.name(), rotation);
        var _ = producer.send(new ProducerRecord<>(topic.name(), rotation.name(), value));
    }

    void remove(String rotation) {
        sendBytes(rotation, null);
    }

    void sendNonsense(String rotation) {
        sendBytes(rotation, "nonsense".getBytes(StandardCharsets.UTF_8));
    }

    private void sendBytes(String key, byte @Nullable [] value) {
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, value));
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
