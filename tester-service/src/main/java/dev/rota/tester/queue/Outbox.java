package dev.rota.tester.queue;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.serde.RegistryUnavailableException;
import dev.rota.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Publishes results, probes that go back, and dead letters, with the acknowledgement of all replicas. Thread-safe. */
public final class Outbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nothing beside a model's answer; where answers come at once, fuller batches cost the brokers less. */
    private static final int LINGER_MS = 20;

    /** Written once, and thrown away. */
    private static final TestResult SAMPLE = new TestResult(
            "sample",
            null,
            new ModelId("simulator", "sample"),
            Source.PROBE,
            null,
            null,
            Instant.EPOCH,
            new Outcome.Success(1.0),
            0,
            null,
            null,
            null);

    private final Producer<byte[], byte[]> producer;
    private final Serializer<TestResult> results;
    private volatile boolean prepared;

    Outbox(Producer<byte[], byte[]> producer, Serializer<TestResult> results) {
        this.producer = producer;
        this.results = results;
    }

    /** Opens it. */
    public static Outbox open(KafkaSettings kafka) {
        Map<String, Object> settings = kafka.clientWith(Map.of(
                "client.id",
                "rota-tester",
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                LINGER_MS,
                "compression.type",
                "lz4",
                "delivery.timeout.ms",
                Math.toIntExact(PATIENCE.toMillis()) - 1_000));
        return new Outbox(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                Topics.TEST_RESULTS.valueSerde(kafka.registry()).serializer());
    }

    /**
     * Makes sure that results can be written, before any is worth money: their schema is in the registry, and known
     * here from then on.
     *
     * @throws RegistryUnavailableException if the registry cannot be asked
     */
    public void prepare() {
        if (!prepared) {
            byte[] _ = results.serialize(Topics.TEST_RESULTS.name(), SAMPLE);
            prepared = true;
        }
    }

    /** Publishes a result; done only when the future is. */
    public Future<RecordMetadata> publish(TestResult result) {
        String topic = Topics.TEST_RESULTS.name();
        byte[] key = result.model().toString().getBytes(StandardCharsets.UTF_8);
        return producer.send(new ProducerRecord<>(topic, key, results.serialize(topic, result)));
    }

    /**
     * Publishes a probe anew, behind all others, with the tasks that need not be asked again, and as one that was never
     * delivered: limits put back the innocent.
     */
    void requeue(ConsumerRecord<byte[], byte[]> record, Set<String> done) {
        ProducerRecord<byte[], byte[]> copy = copy(record, record.topic());
        EarlierDeliveries.forget(copy.headers());
        copy.headers().remove(ProbeReader.TASK_DONE);
        done.forEach(task -> copy.headers().add(ProbeReader.TASK_DONE, task.getBytes(StandardCharsets.UTF_8)));
        await(producer.send(copy));
    }

    /** Publishes a probe anew that was not begun, behind all others, with its deliveries so far but this one. */
    void postpone(Delivery delivery) {
        ConsumerRecord<byte[], byte[]> record = delivery.record();
        ProducerRecord<byte[], byte[]> copy = copy(record, record.topic());
        EarlierDeliveries.put(copy.headers(), delivery.count() - 1);
        await(producer.send(copy));
    }

    /** Publishes a record nobody can work on, with the reason and where it came from. */
    public void deadLetter(Delivery delivery, String reason) {
        ConsumerRecord<byte[], byte[]> record = delivery.record();
        ProducerRecord<byte[], byte[]> letter = copy(record, Topics.DEAD_LETTERS);
        DeadLetterHeaders.of(record, delivery.count(), reason)
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        await(producer.send(letter));
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, String topic) {
        ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(topic, record.key(), record.value());
        for (Header header : record.headers()) {
            copy.headers().add(header);
        }
        return copy;
    }

    /** Waits until it is published. */
    public static void await(Future<RecordMetadata> sent) {
        try {
            sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("not published within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(20));
        results.close();
    }
}
