package dev.rota.gateway;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.standing.Standing;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes to the topics a gateway follows, which it makes where they are missing. */
public final class Publisher implements AutoCloseable {
    private final KafkaSettings settings;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    public Publisher(TestKafka kafka) {
        this(KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl()), kafka.admin());
    }

    Publisher(KafkaSettings kafka, Admin admin) {
        this.settings = kafka;
        new TopicSetup(admin).ensure(Map.of());
        this.producer = new KafkaProducer<>(
                settings.clientWith(Map.of("linger.ms", "0")), new StringSerializer(), new ByteArraySerializer());
    }

    public KafkaSettings settings() {
        return settings;
    }

    public void publish(Rotation rotation) {
        send(Topics.ROTATION, rotation.name(), rotation);
    }

    public void publish(Standing standing) {
        send(Topics.STANDINGS, standing.model().toString(), standing);
    }

    public void publish(RotationChange change) {
        send(Topics.ROTATION_CHANGES, change.name(), change);
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = serializer(topic).serialize(topic.name(), value);
        var _ = producer.send(new ProducerRecord<>(topic.name(), key, bytes));
        producer.flush();
    }

    /** One for each topic, which knows its schema's id after the first value, as a service's does. */
    @SuppressWarnings("unchecked") // Each is kept under the name of its own topic.
    private <V> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>) serializers.computeIfAbsent(
                topic.name(), _ -> topic.valueSerde(settings.registry()).serializer());
    }

    @Override
    public void close() {
        producer.close();
    }
}
