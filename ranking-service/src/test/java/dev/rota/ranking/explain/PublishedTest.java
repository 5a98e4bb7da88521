package dev.rota.ranking.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.standing.Standing;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.PolicyReader;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.selection.Board;
import dev.rota.ranking.selection.Selector;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedTest {
    private static final Policy SPEED = StockPolicies.named("speed").orElseThrow();
    private static final ModelId FAST = Samples.model("a/fast");
    private static final ModelId SLOW = Samples.model("b/slow");
    private static final ModelId DEAD = Samples.model("c/dead");
    private static final Instant AT = Samples.START.plus(Duration.ofMinutes(30));

    private final List<Standing> standings =
            List.of(standing(FAST, 800, 20, 0), standing(SLOW, 9_000, 19, 0), standing(DEAD, 500, 2, 12));

    @Test
    void whatIsPublishedIsEnoughToExplainAPlace() {
        Explanation slow = explain(SPEED, SLOW);
        assertThat(slow.position()).isEqualTo(2);
        assertThat(slow.rank()).isEqualTo(2);
        assertThat(slow.eligible()).isEqualTo(2);
        assertThat(slow.figures()).anyMatch(figure -> figure.startsWith("Expected time to success"));
        assertThat(slow.toMoveUp()).anyMatch(way -> way.startsWith("To pass " + FAST));
    }

    @Test
    void aModelSetAsideIsToldThatASuccessLetsItIn() {
        Explanation dead = explain(SPEED, DEAD);
        assertThat(dead.keptOut()).contains("failed 12 times in a row");
        assertThat(dead.toMoveUp()).anyMatch(way -> way.startsWith("One success lets it in"));
    }

    @Test
    void eachRuleHasItsRemedy() {
        assertThat(remedy("minObservations: 50", FAST)).startsWith("It needs 30 more results");
        assertThat(remedy("minSuccessRate: 0.999", FAST)).startsWith("Its success rate must rise");
        assertThat(remedy("minQuality: 0.9", FAST)).startsWith("Its graded answers must reach a quality of 0.90");
        assertThat(remedy("maxLatencyP50: 1s", SLOW)).startsWith("Its answers must become faster");
        assertThat(remedy("exclude: [\"*slow*\"]", SLOW)).startsWith("Only other facts");
        assertThat(remedy("maxAgeOfEvidence: 1s", SLOW)).startsWith("It needs a new result: ./rota test " + SLOW);
    }

    @Test
    void aRotationMadeByOtherRulesIsOutdated() {
        Policy other = PolicyReader.read("other", "name: speed\norder: latencyP50Ms\n");
        assertThat(published().outdated(List.of(SPEED))).isEmpty();
        assertThat(published().outdated(List.of(other))).containsExactly(other);
    }

    @Test
    void withoutAnythingPublishedAModelIsUnknown() {
        Published nothing = new Published(List.of(), Map.of(), Map.of());
        assertThat(nothing.explain(List.of(SPEED), FAST))
                .singleElement()
                .satisfies(explanation -> assertThat(explanation.keptOut()).isEqualTo("nothing is known of it"));
    }

    private String remedy(String eligibility, ModelId model) {
        Policy policy = PolicyReader.read("p", "name: p\norder: latencyP50Ms\neligibility:\n  " + eligibility + "\n");
        return explain(policy, model).toMoveUp().getLast();
    }

    private Explanation explain(Policy policy, ModelId model) {
        return published().explain(List.of(policy), model).getFirst();
    }

    private Published published() {
        Board board = new Board(SPEED);
        standings.forEach(board::put);
        var rotation = new Selector(SPEED).select(board, null, AT).state().rotation();
        return new Published(standings, Map.of("speed", rotation), Map.of("speed", AT));
    }

    private static Standing standing(ModelId model, long latencyMs, int successes, int failures) {
        Evidence evidence = Evidence.empty();
        Instant at = Samples.START;
        for (int i = 0; i < successes + failures; i++) {
            at = at.plusSeconds(20);
            TestResult result = i < successes
                    ? Samples.success(model, at, latencyMs)
                    : Samples.failure(model, at, FailureKind.OVERLOADED, 300);
            evidence = evidence.with(result);
        }
        return Estimator.standard().standing(model, evidence, null, AT);
    }
}
