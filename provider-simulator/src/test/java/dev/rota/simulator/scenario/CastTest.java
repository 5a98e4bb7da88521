package dev.rota.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.simulator.behaviour.Behaviour;
import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Personality;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private static Cast cast(Scenario.Builder scenario) {
        return new Cast(scenario.build(), 1, START);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Moment minute(int minutes) {
        return new Moment.After(Duration.ofMinutes(minutes));
    }

    @Test
    void allRulesThatMatchApplyInTheirOrder() {
        Cast cast = cast(Scenario.builder()
                .rule(
                        "a/*",
                        Patch.builder().successRate(0.5).tokensPerSecond(10).build())
                .rule("a/b", Patch.builder().successRate(0.9).build()));

        assertThat(cast.behaviour("a/b", START).successRate()).isEqualTo(0.9);
        assertThat(cast.behaviour("a/b", START).tokensPerSecond()).isEqualTo(10);
        assertThat(cast.behaviour("a/c", START).successRate()).isEqualTo(0.5);
    }

    @Test
    void whatNobodySpecifiedIsDrawnUnlessThereAreDefaults() {
        assertThat(cast(Scenario.builder()).behaviour("a/b", START)).isEqualTo(Personality.of(1, "a/b"));
        assertThat(cast(Scenario.builder().defaults(Patch.NONE)).behaviour("a/b", START))
                .isEqualTo(Behaviour.PERFECT);
    }

    @Test
    void phasesAddUp() {
        ModelRule rule = new ModelRule(
                new Glob("*"),
                Patch.NONE,
                List.of(
                        new Phase(minute(5), Patch.builder().successRate(0.5).build()),
                        new Phase(minute(10), Patch.builder().tokensPerSecond(7).build())),
                List.of(),
                List.of());
        Cast cast = cast(Scenario.builder().rule(rule));

        assertThat(cast.behaviour("a", after(4)).successRate()).isEqualTo(1);
        assertThat(cast.behaviour("a", after(5)).successRate()).isEqualTo(0.5);
        assertThat(cast.behaviour("a", after(10)).successRate()).isEqualTo(0.5);
        assertThat(cast.behaviour("a", after(10)).tokensPerSecond()).isEqualTo(7);
    }

    @Test
    void inAnOutageEverythingFailsInItsWay() {
        Outage outage = new Outage(new Window(minute(1), minute(2)), Mixture.only(FailureShape.HTML_502));
        Cast cast = cast(Scenario.builder()
                .rule(new ModelRule(new Glob("*"), Patch.NONE, List.of(), List.of(outage), List.of())));

        assertThat(cast.behaviour("a", START).successRate()).isEqualTo(1);
        assertThat(cast.behaviour("a", after(1)).successRate()).isZero();
        assertThat(cast.behaviour("a", after(1)).failures()).isEqualTo(Mixture.only(FailureShape.HTML_502));
        assertThat(cast.behaviour("a", after(2)).successRate()).isEqualTo(1);
    }

    @Test
    void modelsComeAndGoAndComeBack() {
        List<Window> absent = List.of(new Window(null, minute(1)), new Window(minute(3), minute(5)));
        Cast cast =
                cast(Scenario.builder().rule(new ModelRule(new Glob("a"), Patch.NONE, List.of(), List.of(), absent)));

        assertThat(List.of(0, 1, 3, 5))
                .map(minute -> cast.isListed("a", after(minute)))
                .containsExactly(false, true, false, true);
        assertThat(cast.isListed("b", START)).isTrue();
        assertThat(cast.changesCatalogue()).isTrue();
    }
}
