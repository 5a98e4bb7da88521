package dev.rota.gateway.webhook;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Keeps what no receiver took: key and value as they came, the story in headers, whose names are public API. */
final class DeadLetters implements AutoCloseable {
    static final String REASON = "rota.dead-letter.reason";
    static final String WEBHOOK = "rota.dead-letter.webhook";
    static final String DELIVERIES = "rota.dead-letter.deliveries";
    static final String TOPIC = "rota.dead-letter.topic";
    static final String PARTITION = "rota.dead-letter.partition";
    static final String OFFSET = "rota.dead-letter.offset";

    private final KafkaProducer<byte[], byte[]> producer;

    DeadLetters(KafkaSettings kafka) {
        Map<String, Object> settings = kafka.clientWith(Map.of(
                "acks",
                "all",
                "enable.idempotence",
                true,
                "max.block.ms",
                10_000,
                "request.timeout.ms",
                10_000,
                "delivery.timeout.ms",
                30_000));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Returns when Kafka has it.
     *
     * @throws KafkaException if Kafka did not take it
     */
    void bury(ConsumerRecord<byte[], byte[]> record, String webhook, int deliveries, String reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, record.key(), record.value());
        Map<String, String> story = new LinkedHashMap<>();
        story.put(REASON, reason);
        story.put(WEBHOOK, webhook);
        story.put(DELIVERIES, Integer.toString(deliveries));
        story.put(TOPIC, record.topic());
        story.put(PARTITION, Integer.toString(record.partition()));
        story.put(OFFSET, Long.toString(record.offset()));
        story.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
