package dev.rota.ranking.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void itIsTheLogarithmToSevenDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            int value = 1 + random.nextInt(i < 50_000 ? 100_000 : Integer.MAX_VALUE - 1);
            assertThat(Logarithm.of(value)).isCloseTo(Math.log(value), within(1e-7));
        }
        assertThat(Logarithm.of(1)).isZero();
        assertThat(Logarithm.of(Integer.MAX_VALUE)).isCloseTo(31 * Math.log(2), within(1e-7));
    }

    @Test
    void longerIsMore() {
        for (int value = 1; value < 20_000; value++) {
            assertThat(Logarithm.of(value + 1)).isGreaterThan(Logarithm.of(value));
        }
    }
}
