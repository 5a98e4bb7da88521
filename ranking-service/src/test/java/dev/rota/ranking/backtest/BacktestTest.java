package dev.rota.ranking.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.backtest.HardHabits.Kind;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final ModelId A = Samples.model("a/a");
    private static final ModelId B = Samples.model("b/b");
    private static final ModelId C = Samples.model("c/c");

    private final Backtest backtest = new Backtest(new BacktestConfig(Duration.ofDays(1), Duration.ofSeconds(100), 1));

    @Test
    void aCallerTriesInOrderSkipsTheSilentAndAddsUp() {
        BacktestReport report = run(
                Samples.success(A, day(1), 10),
                Samples.failure(A, day(2), FailureKind.TIMEOUT, 500),
                Samples.success(C, day(2), 40),
                Samples.success(C, day(2).plusSeconds(1), 7));
        PolicyScore score = report.policies().getFirst();
        assertThat(score.buckets()).isEqualTo(1);
        assertThat(score.meanTimeToSuccessMs()).isEqualTo(540);
        assertThat(score.firstTrySuccess()).isZero();
        assertThat(report.hindsightMeanMs()).isEqualTo(40);
    }

    @Test
    void whoGetsNoAnswerGivesUpAndOneWithoutAnyOutcomeToo() {
        BacktestReport report = run(
                Samples.success(A, day(1), 10),
                Samples.failure(A, day(2), FailureKind.TIMEOUT, 500),
                Samples.success(Samples.model("x/unlisted"), day(3), 40));
        PolicyScore score = report.policies().getFirst();
        assertThat(score.gaveUp()).isEqualTo(2);
        assertThat(score.meanTimeToSuccessMs()).isEqualTo((100_500 + 100_000) / 2.0);
        assertThat(report.hindsightMeanMs()).isCloseTo((100_000 + 40) / 2.0, within(1e-9));
    }

    @Test
    void aFailureOfTheAccountIsNoOutcome() {
        BacktestReport report = run(
                Samples.success(A, day(1), 10),
                Samples.failure(A, day(2), FailureKind.ACCOUNT_DAY_LIMIT, 500),
                Samples.success(B, day(2), 20));
        assertThat(report.policies().getFirst().meanTimeToSuccessMs()).isEqualTo(20);
    }

    @Test
    void theBaselinesOrderAsTheirNamesSay() {
        List<TestResult> history = List.of(
                Samples.success(A, day(1), 100),
                Samples.success(A, day(2), 900),
                Samples.success(B, day(1), 300),
                Samples.success(B, day(2), 400),
                Samples.success(C, day(1), 10),
                Samples.failure(C, day(2), FailureKind.TIMEOUT, 1));
        assertThat(order("fastest-last", history)).containsExactly(C, B, A);
        assertThat(order("mean-of-10", history)).containsExactly(C, B, A);
        assertThat(order("success-first", history)).containsExactly(B, A, C);
        assertThat(order("static", history)).containsExactly(C, B, A);
    }

    @ParameterizedTest
    @ValueSource(longs = {9_001, 9_002, 9_003})
    void speedBeatsEveryBaselineWithAtMostHalfTheChanges(long seed) {
        BacktestReport report = SyntheticBacktest.backtest(SyntheticHistory.of(seed), Duration.ofDays(1));
        PolicyScore speed = report.policies().getLast();
        assertThat(report.policies().subList(0, 4)).allSatisfy(baseline -> {
            assertThat(speed.meanTimeToSuccessMs()).isLessThan(baseline.meanTimeToSuccessMs());
            assertThat(speed.p95TimeToSuccessMs()).isLessThan(baseline.p95TimeToSuccessMs());
        });
    }

    @Test
    void onHardWorldsSpeedIsAheadOfEveryBaselineWithAtMostHalfTheChanges() {
        List<BacktestReport> reports = Stream.of(Kind.MIXED, Kind.OUTAGES, Kind.TIMEOUTS)
                .map(kind -> SyntheticBacktest.hard(kind, 9_001))
                .toList();
        double speed = mean(reports, "speed", PolicyScore::meanTimeToSuccessMs);
        double speedTail = mean(reports, "speed", PolicyScore::p95TimeToSuccessMs);
        for (String baseline : Baseline.NAMES) {
            assertThat(speed).isLessThan(mean(reports, baseline, PolicyScore::meanTimeToSuccessMs));
            assertThat(speedTail).isLessThan(mean(reports, baseline, PolicyScore::p95TimeToSuccessMs));
        }
        assertThat(mean(reports, "speed", PolicyScore::primaryChanges))
                .isLessThanOrEqualTo(mean(reports, "fastest-last", PolicyScore::primaryChanges) / 2);
    }

    @Test
    void aTimeInWhichNobodyWasTestedMakesNobodyTooOld() {
        Contender speed =
                new PolicyContender(StockPolicies.named("speed").orElseThrow(), Estimator.standard(), Map.of());
        speed.observe(Samples.success(A, day(1), 100));
        speed.observe(Samples.success(B, day(9), 100));
        assertThat(speed.order(day(30))).containsExactly(B);
    }

    @Test
    void theOrderOfLinesDoesNotShow() {
        List<TestResult> history = new ArrayList<>(SyntheticHistory.together(5));
        BacktestReport expected = SyntheticBacktest.backtest(history, Duration.ofDays(1));
        Collections.shuffle(history, new Random(5));
        assertThat(SyntheticBacktest.backtest(history, Duration.ofDays(1))).isEqualTo(expected);
    }

    private static double mean(List<BacktestReport> reports, String policy, ToDoubleFunction<PolicyScore> figure) {
        return reports.stream()
                .mapToDouble(report -> figure.applyAsDouble(SyntheticBacktest.score(report, policy)))
                .average()
                .orElseThrow();
    }

    private BacktestReport run(TestResult... results) {
        return backtest.run(List.of(results), List.of(new Fixed(List.of(A, B, C))));
    }

    private static List<ModelId> order(String name, List<TestResult> history) {
        Contender contender = Baseline.named(name).orElseThrow();
        history.forEach(contender::observe);
        return contender.order(day(3));
    }

    private static Instant day(int day) {
        return Samples.START.plus(Duration.ofDays(day)).plusSeconds(60);
    }

    /** Always the same order. */
    private record Fixed(List<ModelId> models) implements Contender {
        @Override
        public String name() {
            return "fixed";
        }

        @Override
        public void observe(TestResult result) {
            assertThat(result.latencyMs()).isNotNegative();
        }

        @Override
        public List<ModelId> order(Instant at) {
            return models;
        }
    }
}
