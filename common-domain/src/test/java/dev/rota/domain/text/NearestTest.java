package dev.rota.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void offersTheNameWithTheFewestChanges() {
        assertThat(Nearest.to("tester.slot", List.of("tester.suite", "tester.slots")))
                .contains("tester.slots");
    }

    @Test
    void countsASwapOfNeighboursAsOneChange() {
        assertThat(Nearest.distance("sepeed", "speed")).isEqualTo(1);
        assertThat(Nearest.distance("spede", "speed")).isEqualTo(1);
        assertThat(Nearest.distance("", "speed")).isEqualTo(5);
    }

    @Test
    void offersNothingWhereEveryNameIsFar() {
        assertThat(Nearest.to("kafka", List.of("discovery", "ranking"))).isEmpty();
    }

    @Test
    void doesNotMindCase() {
        assertThat(Nearest.to("SPEED", List.of("speed"))).contains("speed");
    }

    @Test
    void endsASentenceWithWhatWasMeant() {
        assertThat("no key is called \"sise\"" + Nearest.suggestion("sise", List.of("size", "order")))
                .isEqualTo("no key is called \"sise\", did you mean \"size\"?");
        assertThat(Nearest.suggestion("kafka", List.of("size"))).isEmpty();
    }
}
