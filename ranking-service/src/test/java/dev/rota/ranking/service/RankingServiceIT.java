package dev.rota.ranking.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Expression;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import dev.rota.ranking.policyfile.PolicyReader;
import dev.rota.schema.topic.Topics;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithKafka
class RankingServiceIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Policy SPEED = speed(12);

    @TempDir
    Path directory;

    private Cluster cluster;
    private Reader reader;
    private Instant now = Instant.parse("2026-05-01T00:00:00Z");

    @BeforeEach
    void start(TestKafka kafka) {
        cluster = Cluster.on(kafka);
        reader = new Reader(cluster.settings);
    }

    @AfterEach
    void stop() {
        reader.close();
        cluster.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRestartGoesOnWithEvidenceAndRevisionsAndTakesAChangedPolicy(Guarantee guarantee) {
        try (RankingService service = service(guarantee, "one")) {
            service.start();
            answer("a/one", 900, 3);
            answer("b/two", 2_000, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().equals(List.of("a/one", "b/two")));
        }
        Policy changed = speed(11);
        try (RankingService service = service(guarantee, "one", changed)) {
            service.start();
            await().atMost(LIMIT).until(() -> policyOfLast().equals(changed.hash()));
            assertThat(modelsOfLast()).as("on the evidence there was").containsExactly("a/one", "b/two");
            answer("c/three", 100, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().contains("c/three"));
            assertThat(modelsOfLast()).contains("a/one", "b/two");
        }
        assertRevisionsHaveNoGap();
    }

    @Test
    void aChangedPolicyFileTakesEffectWhileItRuns() throws IOException {
        Path file = Files.writeString(directory.resolve("speed.yaml"), yaml(12));
        Policy before = PolicyReader.read("speed.yaml", yaml(12));
        Policy after = PolicyReader.read("speed.yaml", yaml(1));
        RankingConfig config =
                RankingConfig.of(List.of(before), directory.resolve("one")).withPolicyFiles(Map.of("speed", file));
        try (RankingService service = new RankingService(config, cluster.settings, new SimpleMeterRegistry())) {
            service.start();
            answer("a/one", 900, 3);
            answer("b/two", 2_000, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().size() == 2);
            Files.writeString(file, yaml(1));
            await().atMost(LIMIT).until(() -> policyOfLast().equals(after.hash()));
            assertThat(modelsOfLast()).as("on the evidence there was").containsExactly("a/one");
            await().atMost(LIMIT).until(() -> service.health().equals(new RankingHealth.Running()));
        }
        assertRevisionsHaveNoGap();
    }

    @ParameterizedTest
    @EnumSource
    void aRebuildGoesThroughHistoryAgainAndOnWithTheRevisions(Guarantee guarantee) {
        try (RankingService service = service(guarantee, "one")) {
            service.start();
            answer("a/one", 900, 3);
            answer("b/two", 2_000, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().equals(List.of("a/one", "b/two")));
            assertThatThrownBy(() -> rebuild("one")).hasMessageContaining("instance is running");
        }
        List<String> forgotten = rebuild("one");
        assertThat(forgotten).contains("rota-ranking-models-changelog", "rota-ranking-candidates-repartition");
        try (RankingService service = service(guarantee, "one")) {
            service.start();
            answer("c/three", 100, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().contains("c/three"));
            assertThat(modelsOfLast()).contains("a/one", "b/two");
        }
        assertRevisionsHaveNoGap();
        assertThat(reader.rotations).isSortedAccordingTo(Comparator.comparing(Rotation::computedAt));
    }

    @Test
    void aLaterGenerationRebuildsBesideTheEarlierOneAndTakesOver() {
        try (RankingService earlier = service(Guarantee.AT_LEAST_ONCE, "one")) {
            earlier.start();
            answer("a/one", 900, 3);
            answer("b/two", 2_000, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().equals(List.of("a/one", "b/two")));
            try (RankingService later = generation(2, "two")) {
                later.start();
                await().atMost(LIMIT).until(() -> earlier.health().equals(new RankingHealth.Relieved()));
                await().atMost(LIMIT).until(() -> later.health().equals(new RankingHealth.Running()));
                assertThat(modelsOfLast()).containsExactly("a/one", "b/two");
                answer("c/three", 100, 3);
                await().atMost(LIMIT).until(() -> modelsOfLast().contains("c/three"));
            }
        }
        try (RankingService again = service(Guarantee.AT_LEAST_ONCE, "one")) {
            again.start();
            assertThat(again.health()).isEqualTo(new RankingHealth.Relieved());
        }
        assertRevisionsHaveNoGap();
        assertThat(reader.rotations).isSortedAccordingTo(Comparator.comparing(Rotation::computedAt));
    }

    private RankingService generation(int number, String instance) {
        RankingConfig config = RankingConfig.of(List.of(SPEED), directory.resolve(instance))
                .withInstance(Optional.of(instance))
                .withGeneration(number);
        return new RankingService(config, cluster.settings, new SimpleMeterRegistry());
    }

    @ParameterizedTest
    @EnumSource
    void twoInstancesShareTheWorkAndOneTakesOver(Guarantee guarantee) {
        RankingService one = service(guarantee, "one");
        try (RankingService two = service(guarantee, "two")) {
            one.start();
            two.start();
            for (int i = 0; i < 8; i++) {
                answer("family" + i + "/model", 1_000 + 100 * i, 3);
            }
            await().atMost(LIMIT).until(() -> modelsOfLast().size() == 8);
            one.close();
            answer("late/comer", 100, 3);
            await().atMost(LIMIT).until(() -> modelsOfLast().size() == 9);
            // It takes up the tasks one by one, and may answer for the first before it has them all.
            await().atMost(LIMIT).until(() -> two.health().equals(new RankingHealth.Running()));
        }
        assertRevisionsHaveNoGap();
    }

    @ParameterizedTest
    @EnumSource
    void brokenAndImpossibleRecordsDoNotStopIt(Guarantee guarantee) {
        try (RankingService service = service(guarantee, "one")) {
            service.start();
            cluster.sendBytes(Topics.TEST_RESULTS, "x", new byte[] {1, 2, 3});
            cluster.sendBytes(Topics.TEST_RESULTS, "x", new byte[950_000]);
            cluster.send(
                    Samples.success(Samples.model("far/future"), Instant.now().plus(Duration.ofDays(99)), 10));
            answer("a/one", 900, 1);
            await().atMost(LIMIT).until(() -> modelsOfLast().equals(List.of("a/one")));
            assertThat(service.health()).isEqualTo(new RankingHealth.Running());
        }
    }

    private List<String> rebuild(String instance) {
        return new RankingRebuild(RankingConfig.of(List.of(SPEED), directory.resolve(instance)), cluster.settings)
                .run();
    }

    private static Policy speed(int size) {
        return new Policy(
                "speed",
                "",
                Expression.parse("expectedTimeToSuccessMs"),
                size,
                Eligibility.DEFAULT,
                Spread.NONE,
                Steadiness.DEFAULT);
    }

    private RankingService service(Guarantee guarantee, String instance) {
        return service(guarantee, instance, SPEED);
    }

    private RankingService service(Guarantee guarantee, String instance, Policy policy) {
        RankingConfig config = RankingConfig.of(List.of(policy), directory.resolve(instance), guarantee)
                .withInstance(Optional.of(instance));
        return new RankingService(config, cluster.settings, new SimpleMeterRegistry());
    }

    private void answer(String model, long latencyMs, int times) {
        ModelId id = Samples.model(model);
        for (int i = 0; i < times; i++) {
            now = now.plusSeconds(30);
            cluster.send(Samples.success(id, now, latencyMs));
        }
    }

    private static String yaml(int size) {
        return "name: speed\norder: expectedTimeToSuccessMs\nsize: " + size + "\n";
    }

    private String policyOfLast() {
        return reader.rotations.getLast().policy();
    }

    private List<String> modelsOfLast() {
        List<Rotation> seen = reader.rotations;
        return seen.isEmpty()
                ? List.of()
                : seen.getLast().entries().stream()
                        .map(entry -> entry.model().providerId())
                        .toList();
    }

    private void assertRevisionsHaveNoGap() {
        List<Long> revisions = reader.revisions("speed");
        assertThat(revisions)
                .isEqualTo(LongStream.rangeClosed(1, revisions.size()).boxed().toList());
    }
}
