package dev.rota.tester.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A consumer group counts no deliveries; the queue does. */
@WithKafka
@Timeout(600)
class ClassicQueueIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOCK = Duration.ofMinutes(1);

    @Test
    void aDeliveryThatNobodyAcceptedIsCountedWhoeverHadIt(TestKafka kafka) throws Exception {
        KafkaSettings settings = KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl());
        new TopicSetup(kafka.admin()).ensure(Map.of());
        String group = kafka.name("classic");
        String key = kafka.name("probe");
        try (Outbox outbox = Outbox.open(settings)) {
            publish(kafka, key);
            for (int delivery = 1; delivery <= 2; delivery++) {
                // Closed without a word, as a worker that dies.
                try (ProbeQueue queue = open(settings, group, outbox)) {
                    assertThat(deliveryOf(key, queue).count()).isEqualTo(delivery);
                }
            }
            try (ProbeQueue queue = open(settings, group, outbox)) {
                Delivery third = deliveryOf(key, queue);
                assertThat(third.count()).isEqualTo(3);
                queue.retry(third);
                Delivery fourth = deliveryOf(key, queue);
                assertThat(fourth.count()).isEqualTo(4);
                queue.putBack(fourth, Set.of("one"));
            }
            try (ProbeQueue queue = open(settings, group, outbox)) {
                Delivery copy = deliveryOf(key, queue);
                assertThat(copy.count()).isEqualTo(1);
                assertThat(new String(
                                copy.record()
                                        .headers()
                                        .lastHeader(ProbeReader.TASK_DONE)
                                        .value(),
                                UTF_8))
                        .isEqualTo("one");
                queue.accept(copy);
            }
        }
    }

    private static ProbeQueue open(KafkaSettings settings, String group, Outbox outbox) {
        return ClassicQueue.open(settings, group, "me", LOCK, outbox);
    }

    /** The delivery of this record; those of other tests are accepted on the way. */
    private static Delivery deliveryOf(String key, ProbeQueue queue) {
        AtomicReference<Delivery> found = new AtomicReference<>();
        await().atMost(PATIENCE).until(() -> {
            for (List<Delivery> next = queue.poll(POLL); !next.isEmpty(); next = queue.poll(POLL)) {
                Delivery delivery = next.getFirst();
                if (key.equals(new String(delivery.record().key(), UTF_8))) {
                    found.set(delivery);
                    return true;
                }
                queue.accept(delivery);
            }
            return false;
        });
        return found.get();
    }

    private static void publish(TestKafka kafka, String key) throws Exception {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.clientSettings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.MODEL_FOUND.name(), key.getBytes(UTF_8), "no probe, but a record".getBytes(UTF_8)))
                    .get();
        }
    }
}
