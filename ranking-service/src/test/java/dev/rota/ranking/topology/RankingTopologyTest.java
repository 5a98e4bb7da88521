package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Expression;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import dev.rota.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTopologyTest {
    private static final ModelId FAST = Samples.model("a/fast");
    private static final ModelId SLOW = Samples.model("b/slow");
    private static final Policy SPEED = policy("speed", "expectedTimeToSuccessMs");

    @TempDir
    Path stateDir;

    private DrivenTopology topology;
    private Instant now = DrivenTopology.START;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(stateDir, List.of(SPEED, policy("slowest", "0 - expectedTimeToSuccessMs")));
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void aFirstResultMakesAStandingAndTheFirstRevisionOfEveryRotation() {
        topology.result(Samples.success(FAST, tick(), 900));

        Standing standing = topology.standings().getLast();
        assertThat(standing.model()).isEqualTo(FAST);
        assertThat(standing.observations()).isOne();
        assertThat(topology.rotations())
                .extracting(Rotation::name, Rotation::revision)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("speed", 1L),
                        org.assertj.core.api.Assertions.tuple("slowest", 1L));
        assertThat(topology.changes())
                .extracting(RotationChange::kind)
                .containsExactly(ChangeKind.PRIMARY_CHANGED, ChangeKind.PRIMARY_CHANGED);
    }

    @Test
    void eachRotationOrdersByItsOwnPolicyAndCountsItsOwnRevisions() {
        bothAnswer(5);

        List<Rotation> all = topology.rotations();
        assertThat(models(last(all, "speed"))).containsExactly(FAST, SLOW);
        for (String name : List.of("speed", "slowest")) {
            List<Long> revisions = all.stream()
                    .filter(r -> r.name().equals(name))
                    .map(Rotation::revision)
                    .toList();
            assertThat(revisions).isSorted().doesNotHaveDuplicates().startsWith(1L);
            assertThat(revisions.getLast()).isEqualTo(revisions.size());
        }
    }

    @Test
    void nothingIsPublishedThatAReaderWouldNotNotice() {
        bothAnswer(40);
        topology.rotations();

        topology.result(Samples.success(FAST, tick(), 900));

        assertThat(topology.rotations()).isEmpty();
        assertThat(topology.changes()).isNotEmpty(); // of before
    }

    @Test
    void aDuplicateChangesNothing() {
        TestResult result = Samples.success(FAST, tick(), 900);
        topology.result(result);
        topology.standings();
        topology.rotations();

        topology.result(result);

        assertThat(topology.standings()).isEmpty();
        assertThat(topology.rotations()).isEmpty();
    }

    @Test
    void aRetiredModelLeavesAtOnceAndComesBackOnItsEvidence() {
        bothAnswer(5);
        topology.rotations();

        topology.facts(DrivenTopology.facts(SLOW, true, null));
        topology.facts(DrivenTopology.facts(FAST, true, tick()));
        assertThat(models(last(topology.rotations(), "speed"))).containsExactly(SLOW);

        topology.facts(DrivenTopology.facts(FAST, true, null));
        Rotation back = last(topology.rotations(), "speed");
        assertThat(models(back)).contains(FAST);
        assertThat(back.entries()).allMatch(entry -> entry.observations() == 5);
    }

    @Test
    void aModelNobodyFoundInACatalogueThatIsReadHasNoStanding() {
        topology.facts(DrivenTopology.facts(FAST, true, null));
        topology.standings();

        topology.result(Samples.success(SLOW, tick(), 900));
        assertThat(topology.standings()).isEmpty();
        assertThat(topology.rotations()).allMatch(rotation -> rotation.entries().isEmpty());

        topology.facts(DrivenTopology.facts(SLOW, true, null));
        assertThat(models(last(topology.rotations(), "speed"))).containsExactly(SLOW);
    }

    @Test
    void aModelKnownOnlyByResultsLeavesWhenItsCatalogueTurnsOutToBeRead() {
        bothAnswer(2);
        topology.rotations();

        topology.facts(DrivenTopology.facts(FAST, true, null));
        topology.tick(Duration.ofSeconds(2));

        assertThat(models(last(topology.rotations(), "speed"))).containsExactly(FAST);
    }

    @Test
    void unreadableRecordsGoToTheDeadLettersAndTheFlowGoesOn() {
        topology.unreadable(Topics.TEST_RESULTS, "x", new byte[] {1, 2, 3});
        topology.unreadable(Topics.MODELS, "x", new byte[] {9});
        topology.result(Samples.success(FAST, tick(), 900));

        List<TestRecord<String, byte[]>> letters = topology.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().value()).containsExactly(1, 2, 3);
        assertThat(header(letters.getFirst(), "rota.topic")).isEqualTo("rota.test-results");
        assertThat(header(letters.getFirst(), "rota.reason")).isNotBlank();
        assertThat(topology.standings()).hasSize(1);
    }

    @Test
    void impossibleResultsGoToTheDeadLettersWithAReason() {
        topology.result(FAST.toString(), Samples.success(FAST, now.plus(Duration.ofDays(400)), 900), now);
        topology.result(
                FAST.toString(), Samples.success(FAST, now, Duration.ofDays(9).toMillis()), now);
        topology.result("another/key", Samples.success(FAST, now, 900), now);

        assertThat(topology.deadLetters())
                .extracting(letter -> header(letter, "rota.reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("startedAt"),
                        reason -> assertThat(reason).contains("latencyMs"),
                        reason -> assertThat(reason).contains("another/key"));
        assertThat(topology.standings()).isEmpty();
        assertThat(topology.meters
                        .counter("rota.ranking.dead.letters", "reason", "impossible")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aPolicyThatAdmitsNobodySaysSoOnce() {
        for (int i = 0; i < 10; i++) {
            topology.facts(DrivenTopology.facts(Samples.model("paid/" + i), false, null));
        }
        topology.tick(Duration.ofSeconds(2));

        List<Rotation> speed = topology.rotations().stream()
                .filter(r -> r.name().equals("speed"))
                .toList();
        assertThat(speed).hasSize(1);
        assertThat(speed.getLast().entries()).isEmpty();
        assertThat(speed.getLast().note()).contains("costs money");
    }

    @Test
    void whenEverythingFailsAtOnceTheLastGoodOrderStaysAndSaysItIsStale() {
        List<ModelId> all = List.of(FAST, SLOW, Samples.model("c/third"), Samples.model("d/fourth"));
        for (int i = 0; i < 20; i++) {
            all.forEach(model -> topology.result(Samples.success(model, tick(), 1_000)));
        }
        List<ModelId> good = models(last(topology.rotations(), "speed"));

        all.forEach(model -> topology.result(Samples.failure(model, tick(), FailureKind.UNAUTHORIZED, 100)));

        Rotation stale = last(topology.rotations(), "speed");
        assertThat(stale.stale()).isTrue();
        assertThat(models(stale)).isEqualTo(good);
    }

    private void bothAnswer(int times) {
        for (int i = 0; i < times; i++) {
            topology.result(Samples.success(FAST, tick(), 900));
            topology.result(Samples.success(SLOW, tick(), 4_000));
        }
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    private static Rotation last(List<Rotation> all, String name) {
        return all.stream().filter(r -> r.name().equals(name)).toList().getLast();
    }

    private static List<ModelId> models(Rotation rotation) {
        return rotation.entries().stream().map(RotationEntry::model).toList();
    }

    private static String header(TestRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Policy policy(String name, String order) {
        return new Policy(
                name,
                "",
                Expression.parse(order),
                12,
                Eligibility.DEFAULT,
                Spread.NONE,
                new Steadiness(0.3, 0, Duration.ofMinutes(30), 2, 0.1));
    }
}
