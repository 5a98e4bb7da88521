package dev.rota.client.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.client.Samples;
import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@WithKafka
@Timeout(180)
class TopicReadingIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RotationTopic rotations;
    private TestKafka kafka;

    @BeforeEach
    void topic(TestKafka given) {
        kafka = given;
        String name = given.createTopic("rotation", 2, Map.of("cleanup.policy", "compact"));
        rotations = new RotationTopic(given, name);
    }

    @AfterEach
    void close() {
        rotations.close();
    }

    @Test
    void aSnapshotHasTheNewestOfEachKey() {
        assertThat(TopicSnapshot.read(rotations.topic(), rotations.settings())).isEmpty();
        rotations.send(Samples.rotation("speed", 1, "x"));
        rotations.send(Samples.rotation("gone", 1, "x"));
        rotations.send(Samples.rotation("speed", 2, "y"));
        rotations.sendNonsense("speed");
        rotations.remove("gone");
        rotations.send(Samples.rotation("quality", 5));
        assertThat(TopicSnapshot.read(rotations.topic(), rotations.settings()))
                .isEqualTo(
                        Map.of("quality", Samples.rotation("quality", 5), "speed", Samples.rotation("speed", 2, "y")));
    }

    @Test
    void aTailIsTheNewestRecordsOfEachPartition() {
        for (int revision = 1; revision <= 20; revision++) {
            rotations.send(Samples.rotation("speed", revision));
        }
        List<Long> revisions = new CopyOnWriteArrayList<>();
        List<String> steps = new CopyOnWriteArrayList<>();
        TopicSnapshot.forEach(
                rotations.topic(),
                rotations.settings(),
                Start.tail(3),
                record -> {
                    Rotation value = record.value();
                    if (value != null) {
                        revisions.add(value.revision());
                    }
                },
                (done, all) -> steps.add(done + "/" + all));
        assertThat(revisions).containsExactly(18L, 19L, 20L);
        assertThat(steps.getLast()).isEqualTo("3/3");
    }

    @Test
    void manyRecordsComeInTheirOrderAndThoseThatCannotBeReadAreCounted() {
        for (int revision = 1; revision <= 2_000; revision++) {
            rotations.sendLater(Samples.rotation("speed", revision));
        }
        rotations.sendNonsense("speed");
        rotations.send(Samples.rotation("speed", 2_001));
        List<Long> revisions = new ArrayList<>();
        long unreadable = TopicSnapshot.forEach(
                rotations.topic(),
                rotations.settings(),
                Start.beginning(),
                record -> revisions.add(Objects.requireNonNull(record.value()).revision()));
        assertThat(revisions).isEqualTo(LongStream.rangeClosed(1, 2_001).boxed().toList());
        assertThat(unreadable).isEqualTo(1);
        assertThatThrownBy(
                        () -> TopicSnapshot.forEach(rotations.topic(), rotations.settings(), Start.beginning(), _ -> {
                            throw new IllegalStateException("no more room");
                        }))
                .hasMessage("no more room");
    }

    @Test
    void aMissingTopicIsNamed() {
        RotationTopic missing = new RotationTopic(kafka, kafka.name("missing"));
        assertThatThrownBy(() -> TopicSnapshot.read(missing.topic(), missing.settings()))
                .isInstanceOfSatisfying(
                        TopicReadException.class,
                        e -> assertThat(e.reason()).isEqualTo(TopicReadException.Reason.TOPIC_MISSING))
                .hasMessageContaining("has no topic " + missing.topic().name());
        missing.close();
    }

    @Test
    void aRegistryOutOfReachIsNamed() {
        rotations.send(Samples.rotation("speed", 1));
        KafkaSettings lost = KafkaSettings.of(kafka.bootstrapServers(), "http://127.0.0.1:9");
        assertThatThrownBy(() -> TopicSnapshot.read(rotations.topic(), lost))
                .isInstanceOfSatisfying(
                        TopicReadException.class,
                        e -> assertThat(e.reason()).isEqualTo(TopicReadException.Reason.REGISTRY_UNREACHABLE))
                .hasMessageContaining("http://127.0.0.1:9");
    }

    @Test
    void aKafkaOutOfReachIsNamed() {
        assertThatThrownBy(
                        () -> TopicSnapshot.read(Topics.ROTATION, KafkaSettings.of("127.0.0.1:9", kafka.registryUrl())))
                .isInstanceOfSatisfying(
                        TopicReadException.class,
                        e -> assertThat(e.reason()).isEqualTo(TopicReadException.Reason.KAFKA_UNREACHABLE))
                .hasMessageContaining("Kafka at 127.0.0.1:9 does not answer");
    }

    @Test
    void aFollowerTellsWhatIsThereThatItHasAllOfItAndWhatComes() {
        rotations.send(Samples.rotation("speed", 1));
        Heard heard = new Heard();
        try (TopicFollower<Rotation> follower =
                new TopicFollower<>(rotations.topic(), rotations.settings(), Start.beginning(), heard)) {
            follower.start();
            await().atMost(LIMIT).until(() -> heard.events.contains("caught up"));
            rotations.sendNonsense("speed");
            rotations.send(Samples.rotation("speed", 2));
            rotations.remove("speed");
            await().atMost(LIMIT).until(() -> heard.events.contains("speed removed"));
        }
        assertThat(heard.events).containsExactly("heard", "speed 1", "caught up", "speed 2", "speed removed");
    }

    @Test
    void aFollowerWaitsForATopicThatIsNotThereYet() {
        Heard heard = new Heard();
        try (RotationTopic late = new RotationTopic(kafka, kafka.name("late"));
                TopicFollower<Rotation> follower =
                        new TopicFollower<>(late.topic(), late.settings(), Start.beginning(), heard)) {
            follower.start();
            await().atMost(LIMIT).until(() -> heard.events.contains("lost"));
            kafka.createTopicNamed(late.topic().name(), 1, Map.of());
            late.send(Samples.rotation("speed", 1));
            await().atMost(LIMIT).until(() -> heard.events.contains("speed 1"));
        }
    }

    private static final class Heard implements TopicListener<Rotation> {
        private final List<String> events = new CopyOnWriteArrayList<>();

        @Override
        public void record(TopicRecord<Rotation> record) {
            Rotation value = record.value();
            events.add(record.key() + (value == null ? " removed" : " " + value.revision()));
        }

        @Override
        public void caughtUp() {
            events.add("caught up");
        }

        @Override
        public void heard() {
            if (!events.contains("heard")) {
                events.add("heard");
            }
        }

        @Override
        public void lost(String problem) {
            events.add("lost");
        }
    }
}
