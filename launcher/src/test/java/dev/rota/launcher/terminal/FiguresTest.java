package dev.rota.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"87.4, 87 ms", "999.4, 999 ms", "999.6, 1.0 s", "3140, 3.1 s", "144000, 2.4 min"})
    void durationsHaveTheUnitThatReadsBest(double millis, String text) {
        assertThat(Figures.millis(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "7200, 2 h", "172800, 2 d"})
    void agesHaveTheUnitThatReadsBest(long seconds, String text) {
        assertThat(Figures.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(text);
    }

    @Test
    void whatIsUnknownIsADash() {
        assertThat(Figures.millis(null)).isEqualTo("–");
        assertThat(Figures.percent(null)).isEqualTo("–");
        assertThat(Figures.quality(null)).isEqualTo("–");
        assertThat(Figures.ago(null, NOW)).isEqualTo("–");
    }

    @Test
    void qualityIsOfFive() {
        assertThat(Figures.quality(0.92)).isEqualTo("4.6/5");
        assertThat(Figures.percent(0.966)).isEqualTo("97 %");
    }
}
