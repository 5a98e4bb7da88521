package dev.rota.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomnessTest {
    private static final long SEED = 20261123;
    private static final int DRAWS = 20_000;

    private static long[] nanos(Delay delay) {
        RandomGenerator random = Seeds.of(SEED, "model", 0);
        return IntStream.range(0, DRAWS)
                .mapToLong(_ -> delay.sample(random).toNanos())
                .sorted()
                .toArray();
    }

    @Test
    void lognormalDelaysHaveTheirMedianAndSpread() {
        long[] sorted = nanos(new Delay.Lognormal(Duration.ofMillis(100), 0.5));

        assertThat(sorted[DRAWS / 2] / 1e6).isCloseTo(100, within(3.0));
        // One sigma above the median lies 84.1 % of a log-normal.
        assertThat(sorted[(int) (DRAWS * 0.8413)] / 1e6).isCloseTo(100 * Math.exp(0.5), within(6.0));
    }

    @Test
    void uniformDelaysFillTheirRange() {
        long[] sorted = nanos(new Delay.Uniform(Duration.ofMillis(10), Duration.ofMillis(20)));

        assertThat(sorted[0] / 1e6).isBetween(10.0, 10.1);
        assertThat(sorted[DRAWS - 1] / 1e6).isBetween(19.9, 20.0);
        assertThat(Arrays.stream(sorted).average().orElseThrow() / 1e6).isCloseTo(15, within(0.1));
    }

    @Test
    void mixturesKeepTheirWeights() {
        Mixture<String> mixture = new Mixture<>(List.of(
                new Mixture.Part<>("often", 3), new Mixture.Part<>("seldom", 1), new Mixture.Part<>("never", 0)));
        RandomGenerator random = Seeds.of(SEED, "model", 0);
        List<String> drawn =
                IntStream.range(0, DRAWS).mapToObj(_ -> mixture.pick(random)).toList();

        assertThat(drawn.stream().filter("often"::equals).count() / (double) DRAWS)
                .isCloseTo(0.75, within(0.01));
        assertThat(drawn).doesNotContain("never");
    }

    @Test
    void mixturesNeedAWeight() {
        assertThatThrownBy(() -> new Mixture<>(List.of(new Mixture.Part<>("a", 0))))
                .hasMessageContaining("more than 0");
    }

    @Test
    void eachRequestAndModelHasItsOwnRandomness() {
        long first = Seeds.of(SEED, "a", 0).nextLong();

        assertThat(Seeds.of(SEED, "a", 0).nextLong()).isEqualTo(first);
        assertThat(Seeds.of(SEED, "a", 1).nextLong()).isNotEqualTo(first);
        assertThat(Seeds.of(SEED, "b", 0).nextLong()).isNotEqualTo(first);
        assertThat(Seeds.of(SEED + 1, "a", 0).nextLong()).isNotEqualTo(first);
    }

    @Test
    void successComesAsOftenAsItShould() {
        Behaviour behaviour = Patch.builder().successRate(0.7).build().applyTo(Behaviour.PERFECT);
        long answered = IntStream.range(0, DRAWS)
                .filter(i -> behaviour.decide(Seeds.of(SEED, "a", i)) instanceof Decision.Answer)
                .count();

        assertThat(answered / (double) DRAWS).isCloseTo(0.7, within(0.015));
    }

    @Test
    void drawnModelsDiffer() {
        List<Behaviour> drawn = IntStream.range(0, 200)
                .mapToObj(i -> Personality.of(SEED, "family/model-" + i))
                .toList();

        assertThat(drawn.stream().filter(b -> b.successRate() > 0.9).count()).isBetween(80L, 180L);
        assertThat(drawn).anyMatch(b -> b.successRate() == 0);
        assertThat(drawn).anyMatch(b -> b.successRate() > 0 && b.successRate() < 0.75);
    }
}
