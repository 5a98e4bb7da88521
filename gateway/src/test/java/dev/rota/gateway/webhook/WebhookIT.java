package dev.rota.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.client.Backoff;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.gateway.Publisher;
import dev.rota.gateway.webhook.Receiver.Got;
import dev.rota.json.JsonForms;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is guaranteed, with a real Kafka and a real receiver. */
@WithKafka
class WebhookIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final SigningKey KEY = SigningKey.of("a secret of twenty-four bytes");

    private static WebhookConfig config(String name, String rotation, Receiver receiver, Duration hold, int tries) {
        return new WebhookConfig(
                name,
                receiver.url(),
                KEY,
                Set.of(rotation),
                EnumSet.of(ChangeKind.PRIMARY_CHANGED, ChangeKind.ENTERED, ChangeKind.LEFT),
                hold,
                tries,
                new Backoff(Duration.ofMillis(10), Duration.ofMillis(50)),
                Duration.ofSeconds(10));
    }

    /** A webhook whose place in the topic is committed, so that it will hear of all that comes. */
    private static WebhookService started(TestKafka kafka, Publisher publisher, WebhookConfig config) {
        return started(kafka, publisher, config, InstantSource.system());
    }

    private static WebhookService started(
            TestKafka kafka, Publisher publisher, WebhookConfig config, InstantSource clock) {
        WebhookService service = new WebhookService(
                List.of(config), publisher.settings(), new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), clock);
        service.start();
        await().atMost(LIMIT)
                .until(() -> !kafka.admin()
                        .listConsumerGroupOffsets(config.group())
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .isEmpty());
        return service;
    }

    private static RotationChange change(
            String rotation,
            long revision,
            ChangeKind kind,
            String model,
            @Nullable Integer from,
            @Nullable Integer to) {
        return new RotationChange(
                rotation,
                revision,
                Instant.parse("2026-01-02T03:04:05Z"),
                kind,
                ModelId.parse("simulator/x/" + model),
                from,
                to,
                "it answers sooner");
    }

    private static RotationChange entered(String rotation, long revision) {
        return change(rotation, revision, ChangeKind.ENTERED, "m" + revision, null, 3);
    }

    private static List<Long> revisions(Receiver receiver) {
        return receiver.got().stream()
                .map(got -> JsonForms.ROTATION_CHANGE.read(got.body()).revision())
                .toList();
    }

    @Test
    void aChangeIsPostedSignedAndTriedUntilItIsTaken(TestKafka kafka) throws Exception {
        String rotation = kafka.name("r");
        try (Receiver receiver = new Receiver();
                Publisher publisher = new Publisher(kafka);
                WebhookService _ = started(kafka, publisher, config(rotation, rotation, receiver, Duration.ZERO, 5))) {
            receiver.answer(nth -> nth < 3 ? 500 : 200);
            publisher.publish(entered(rotation, 1));
            publisher.publish(entered(kafka.name("other"), 7));
            publisher.publish(entered(rotation, 2));
            await().atMost(LIMIT).until(() -> receiver.got().size() >= 4);
            assertThat(revisions(receiver)).containsExactly(1L, 1L, 1L, 2L);
            assertThat(receiver.got().stream().limit(3).map(Got::id)).containsOnly(Sender.id(entered(rotation, 1)));
            for (Got got : receiver.got()) {
                assertThat(got.signature()).isEqualTo(KEY.sign(got.id(), Long.parseLong(got.timestamp()), got.body()));
            }
            assertThat(JsonForms.ROTATION_CHANGE.read(receiver.got().getFirst().body()))
                    .isEqualTo(entered(rotation, 1));
        }
    }

    @Test
    void afterTheLastTryItIsADeadLetterAndTheNextIsTold(TestKafka kafka) throws Exception {
        String rotation = kafka.name("r");
        try (Receiver receiver = new Receiver();
                Publisher publisher = new Publisher(kafka);
                WebhookService _ = started(kafka, publisher, config(rotation, rotation, receiver, Duration.ZERO, 2))) {
            receiver.answer(nth -> nth <= 2 ? 503 : 200);
            publisher.publish(entered(rotation, 1));
            publisher.publish(entered(rotation, 2));
            await().atMost(LIMIT).until(() -> receiver.got().size() >= 3);
            assertThat(revisions(receiver)).containsExactly(1L, 1L, 2L);
            ConsumerRecord<byte[], byte[]> letter = deadLetter(kafka, rotation);
            assertThat(Topics.ROTATION_CHANGES
                            .valueSerde(publisher.settings().registry())
                            .deserializer()
                            .deserialize(Topics.ROTATION_CHANGES.name(), letter.value()))
                    .isEqualTo(entered(rotation, 1));
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("HTTP 503");
            assertThat(header(letter, DeadLetters.WEBHOOK)).isEqualTo(rotation);
            assertThat(header(letter, DeadLetters.DELIVERIES)).isEqualTo("2");
            assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("rota.rotation-changes");
        }
    }

    @Test
    void aRestartForgetsNothingAndTellsNothingTwice(TestKafka kafka) throws Exception {
        String rotation = kafka.name("r");
        try (Receiver receiver = new Receiver();
                Publisher publisher = new Publisher(kafka)) {
            WebhookConfig config = config(rotation, rotation, receiver, Duration.ofSeconds(2), 5);
            try (WebhookService _ = started(kafka, publisher, config)) {
                publisher.publish(entered(rotation, 1));
                await().atMost(LIMIT).until(() -> receiver.got().size() == 1);
                // It is still held when the gateway goes, and another one comes while it is away.
                publisher.publish(entered(rotation, 2));
            }
            publisher.publish(entered(rotation, 3));
            try (WebhookService _ = started(kafka, publisher, config)) {
                await().atMost(LIMIT).until(() -> receiver.got().size() >= 3);
                publisher.publish(entered(rotation, 4));
                await().atMost(LIMIT).until(() -> revisions(receiver).contains(4L));
            }
            assertThat(revisions(receiver)).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void aFlapTellsNobodyEvenAcrossARestart(TestKafka kafka) throws Exception {
        String rotation = kafka.name("r");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now().minusSeconds(36_000));
        try (Receiver receiver = new Receiver();
                Publisher publisher = new Publisher(kafka)) {
            WebhookConfig config = config(rotation, rotation, receiver, Duration.ofMinutes(1), 5);
            try (WebhookService _ = started(kafka, publisher, config, now::get)) {
                publisher.publish(change(rotation, 2, ChangeKind.PRIMARY_CHANGED, "b", 2, 1));
                publisher.publish(change(rotation, 2, ChangeKind.MOVED, "a", 1, 2));
            }
            publisher.publish(change(rotation, 3, ChangeKind.PRIMARY_CHANGED, "a", 2, 1));
            publisher.publish(change(rotation, 3, ChangeKind.MOVED, "b", 1, 2));
            publisher.publish(entered(rotation, 4));
            try (WebhookService _ = started(kafka, publisher, config, now::get)) {
                await().atMost(LIMIT).until(() -> {
                    now.updateAndGet(before -> before.plusSeconds(61));
                    return !receiver.got().isEmpty();
                });
            }
            assertThat(revisions(receiver)).containsExactly(4L);
        }
    }

    @Test
    void whoWasAwayForAWeekIsToldWhatIsDifferentInTheEnd(TestKafka kafka) throws Exception {
        String rotation = kafka.name("r");
        try (Receiver receiver = new Receiver();
                Publisher publisher = new Publisher(kafka)) {
            WebhookConfig config = config(rotation, rotation, receiver, Duration.ZERO, 5);
            started(kafka, publisher, config).close();
            for (int revision = 2; revision <= 101; revision++) {
                String[] models = {"a", "b", "c"};
                publisher.publish(change(rotation, revision, ChangeKind.PRIMARY_CHANGED, models[revision % 3], 2, 1));
            }
            publisher.publish(entered(rotation, 102));
            try (WebhookService _ = started(kafka, publisher, config)) {
                await().atMost(LIMIT).until(() -> revisions(receiver).contains(102L));
            }
            assertThat(revisions(receiver)).containsExactly(101L, 102L);
        }
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(TestKafka kafka, String webhook) {
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings());
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long limit = System.nanoTime() + LIMIT.toNanos();
            while (System.nanoTime() < limit) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (webhook.equals(header(record, DeadLetters.WEBHOOK))) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("no dead letter of webhook " + webhook);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
