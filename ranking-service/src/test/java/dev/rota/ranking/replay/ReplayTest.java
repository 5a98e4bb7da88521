package dev.rota.ranking.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.backtest.SyntheticHistory;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final Instant MIDDLE = Samples.START.plus(Duration.ofDays(30));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfLinesAndDuplicatesDoNotShow(long seed) {
        List<TestResult> results = new ArrayList<>(SyntheticHistory.of(seed));
        List<String> expected = replay(results, null);
        results.addAll(results.subList(0, 500));
        Collections.shuffle(results, new Random(seed));
        assertThat(replay(results, null)).isEqualTo(expected).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void aMomentIsAsTheWholeReplayPassedThroughIt(long seed) {
        List<TestResult> results = SyntheticHistory.of(seed);
        List<String> until = replay(results, MIDDLE);
        assertThat(replay(results, null)).startsWith(until.toArray(String[]::new));
    }

    @Test
    void aRetiredModelLeavesAtOnceAndTheReasonNamesIt() {
        List<TestResult> results = SyntheticHistory.of(6);
        List<TestResult> until = results.stream()
                .filter(result -> result.startedAt().isBefore(MIDDLE))
                .toList();
        ModelId primary = last(until, List.of()).entries().getFirst().model();
        List<RotationChange> changes = new ArrayList<>();
        Rotation rotation = last(results, List.of(facts(primary, MIDDLE)), changes);
        assertThat(rotation.entries()).extracting(RotationEntry::model).doesNotContain(primary);
        assertThat(changes)
                .filteredOn(change ->
                        change.kind() == ChangeKind.LEFT && change.reason().contains("dropped it"))
                .extracting(RotationChange::model)
                .contains(primary);
    }

    private static ModelFacts facts(ModelId model, Instant retiredAt) {
        Facts facts =
                new Facts("name", model.family(), 0, null, Set.of(), Set.of(), Set.of(), null, null, true, null, null);
        return new ModelFacts(model, facts, Samples.START, retiredAt, retiredAt, null);
    }

    private static Rotation last(List<TestResult> results, List<ModelFacts> facts) {
        return last(results, facts, new ArrayList<>());
    }

    private static Rotation last(List<TestResult> results, List<ModelFacts> facts, List<RotationChange> heard) {
        List<Rotation> rotations = new ArrayList<>();
        new Replay(StockPolicies.named("speed").stream().toList(), Estimator.standard(), facts)
                .run(results, null, (rotation, changes) -> {
                    rotations.add(rotation);
                    heard.addAll(changes.get());
                });
        return rotations.getLast();
    }

    private static List<String> replay(List<TestResult> results, @Nullable Instant until) {
        List<String> lines = new ArrayList<>();
        new Replay(StockPolicies.all(), Estimator.standard(), List.of()).run(results, until, (rotation, changes) -> {
            lines.add(rotation.toString());
            changes.get().forEach(change -> lines.add(change.toString()));
        });
        return lines;
    }
}
