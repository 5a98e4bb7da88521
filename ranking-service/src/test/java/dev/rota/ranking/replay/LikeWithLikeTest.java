package dev.rota.ranking.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Models of the same speed that did different work must not be told apart by it; the truly faster one must. */
class LikeWithLikeTest {
    private static final ModelId ONLY_SHORT = Samples.model("a/only-short");
    private static final ModelId FASTER = Samples.model("b/faster");
    private final List<TestResult> results = new ArrayList<>();

    @Test
    void aModelTestedOnlyWithShortTasksDoesNotLookFast() {
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 4; i++) {
                add(Samples.model("c" + i + "/usual"), round, "short", 1_000, Source.PROBE);
                add(Samples.model("c" + i + "/usual"), round, "long", 9_000, Source.PROBE);
            }
            add(FASTER, round, "short", 600, Source.PROBE);
            add(FASTER, round, "long", 5_400, Source.PROBE);
            add(ONLY_SHORT, round, "short", 1_000, Source.PROBE);
        }
        assertThat(first()).isEqualTo(FASTER);
        assertThat(index(ONLY_SHORT))
                .isBetween(index(Samples.model("c0/usual")) * 0.9, 1.1 * index(Samples.model("c0/usual")));
    }

    @Test
    void howOftenATaskRanDoesNotShow() {
        ModelId often = Samples.model("a/often-short");
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 3; i++) {
                add(Samples.model("c" + i + "/usual"), round, "short", 1_000, Source.PROBE);
                add(Samples.model("c" + i + "/usual"), round, "long", 9_000, Source.PROBE);
            }
            add(often, round, "short", 1_000, Source.PROBE);
            if (round % 5 == 0) {
                add(often, round, "long", 9_000, Source.PROBE);
            }
        }
        assertThat(index(often))
                .isBetween(index(Samples.model("c0/usual")) * 0.9, 1.1 * index(Samples.model("c0/usual")));
    }

    @Test
    void trafficOfAnyLengthDoesNotTouchATestedModelsLatency() {
        for (int round = 0; round < 20; round++) {
            add(FASTER, round, "short", 600, Source.PROBE);
            add(ONLY_SHORT, round, "short", 1_000, Source.PROBE);
        }
        double before = index(FASTER);
        for (int round = 0; round < 20; round++) {
            add(FASTER, round, "chat", 60_000, Source.TRAFFIC);
        }
        assertThat(index(FASTER)).isBetween(before * 0.9, before * 1.01);
        assertThat(first()).isEqualTo(FASTER);
    }

    private void add(ModelId model, int round, String task, long latencyMs, Source source) {
        Instant at = Samples.START.plusSeconds(3_600L * round + results.size() % 50);
        results.add(new TestResult(
                model + task + source + round,
                null,
                model,
                source,
                "suite",
                task,
                at,
                new Outcome.Success(null),
                latencyMs,
                null,
                null,
                null));
    }

    private ModelId first() {
        return Objects.requireNonNull(run().state("speed"))
                .rotation()
                .primary()
                .map(RotationEntry::model)
                .orElseThrow();
    }

    private double index(ModelId model) {
        return Objects.requireNonNull(
                run().board("speed").seat(model).orElseThrow().standing().expectedTimeToSuccessMs());
    }

    private Ranking run() {
        return new Replay(List.of(StockPolicies.named("speed").orElseThrow()), Estimator.standard(), List.of())
                .run(results, null, (_, _) -> {});
    }
}
