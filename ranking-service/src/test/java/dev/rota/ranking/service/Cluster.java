package dev.rota.ranking.service;

import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.result.TestResult;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker with Rota's topics, and a producer of results. */
final class Cluster implements AutoCloseable {
    final KafkaSettings settings;
    private final AutoCloseable broker;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    private Cluster(KafkaSettings settings, AutoCloseable broker) {
        this.settings = settings;
        this.broker = broker;
        try (Admin admin = Admin.create(settings.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(Map.of());
        }
        producer = new KafkaProducer<>(
                settings.clientWith(Map.of("linger.ms", 0)), new StringSerializer(), new ByteArraySerializer());
    }

    /** A broker of its own. */
    Cluster(Path directory) {
        this(started(directory));
    }

    private Cluster(EmbeddedKafka kafka) {
        this(KafkaSettings.of(kafka.bootstrapServers(), "mock://" + kafka.bootstrapServers()), kafka);
    }

    private static EmbeddedKafka started(Path directory) {
        EmbeddedKafka kafka = new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        return kafka;
    }

    /** The tests' broker, from which everything of Rota's is removed first. */
    static Cluster on(TestKafka kafka) {
        try {
            kafka.admin()
                    .deleteConsumerGroups(List.of(RankingConfig.APPLICATION_ID))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new AssertionError("the group of an earlier test is still there", e);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        try {
            kafka.deleteTopics(kafka.admin().listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("rota.") || topic.startsWith(RankingConfig.APPLICATION_ID + "-"))
                    .toArray(String[]::new));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Cluster(KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl()), () -> {});
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

    /** Waits until all that was sent is there. */
    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        try {
            broker.close();
        } catch (Exception e) {
            throw new AssertionError("the broker did not stop", e);
        }
    }
}
