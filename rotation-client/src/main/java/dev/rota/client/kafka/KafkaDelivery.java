package dev.rota.client.kafka;

import dev.rota.client.call.QueuedReporter;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Brings results straight to {@code rota.test-results}. Thread-safe. */
public final class KafkaDelivery implements QueuedReporter.Delivery {
    private static final Map<String, ?> OWN =
            Map.of("acks", "all", "max.block.ms", "4000", "request.timeout.ms", "4000", "delivery.timeout.ms", "10000");

    private final KafkaSettings kafka;
    private final Topic<TestResult> topic = Topics.TEST_RESULTS;
    private @Nullable KafkaProducer<String, TestResult> producer;

    /** Opens nothing yet. */
    public KafkaDelivery(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    @Override
    public void deliver(List<TestResult> results) throws IOException, InterruptedException {
        try {
            KafkaProducer<String, TestResult> open = producer();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (TestResult result : results) {
                sent.add(open.send(
                        new ProducerRecord<>(topic.name(), result.model().toString(), result)));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (KafkaException | ExecutionException e) {
            throw new IOException("Kafka at " + kafka.bootstrapServers() + " did not take the results", e);
        }
    }

    private synchronized KafkaProducer<String, TestResult> producer() {
        KafkaProducer<String, TestResult> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    kafka.clientWith(OWN),
                    new StringSerializer(),
                    topic.valueSerde(kafka.registry()).serializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(2));
        }
    }
}
