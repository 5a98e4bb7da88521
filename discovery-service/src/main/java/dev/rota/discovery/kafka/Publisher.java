package dev.rota.discovery.kafka;

import dev.rota.discovery.change.KnownModel;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes facts and probes, each call in one transaction. Opening one shuts out every publisher opened before it, in
 * this process or another. After an exception it is of no more use: close it, and open another. Thread-safe.
 */
public final class Publisher implements AutoCloseable {
    /** One id for all instances: it is what lets the newest leader shut out the others. */
    static final String TRANSACTIONAL_ID = "rota-discovery";

    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final Serializer<ModelFacts> facts;
    private final Serializer<ModelFound> probes;

    private Publisher(Producer<String, byte[]> producer, KafkaSettings settings) {
        this.producer = producer;
        this.facts = Topics.MODELS.valueSerde(settings.registry()).serializer();
        this.probes = Topics.MODEL_FOUND.valueSerde(settings.registry()).serializer();
    }

    /** Opens one; blocks until Kafka has answered. */
    public static Publisher open(KafkaSettings settings) {
        Map<String, Object> config = settings.clientWith(Map.of("compression.type", "lz4", "linger.ms", 5));
        config.put("client.id", "rota-discovery-publisher");
        config.put("transactional.id", TRANSACTIONAL_ID);
        config.put("enable.idempotence", true);
        config.put("acks", "all");
        Publisher publisher =
                new Publisher(new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer()), settings);
        try {
            publisher.producer.initTransactions();
            return publisher;
        } catch (RuntimeException e) {
            publisher.close();
            throw e;
        }
    }

    /** Publishes facts: all of them, or none. */
    public synchronized void facts(List<KnownModel> models) {
        transaction(models.stream().map(this::record).toList());
    }

    /** Publishes probes: all of them, or none. */
    public synchronized void probes(List<ModelFound> found) {
        transaction(found.stream().map(this::record).toList());
    }

    private void transaction(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        // A send that fails is thrown again by the commit.
        records.forEach(record -> {
            var _ = producer.send(record);
        });
        producer.commitTransaction();
    }

    private ProducerRecord<String, byte[]> record(KnownModel model) {
        String topic = Topics.MODELS.name();
        byte[] value = facts.serialize(topic, model.facts());
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, model.facts().model().toString(), value);
        MemoryHeaders.write(record.headers(), model);
        return record;
    }

    private ProducerRecord<String, byte[]> record(ModelFound found) {
        String topic = Topics.MODEL_FOUND.name();
        return new ProducerRecord<>(topic, found.model().toString(), probes.serialize(topic, found));
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        facts.close();
        probes.close();
    }
}
