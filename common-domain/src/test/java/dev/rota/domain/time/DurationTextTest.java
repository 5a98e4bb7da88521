package dev.rota.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({"250ms, 250", "30s, 30000", "1.5h, 5400000", "7d, 604800000", "PT5M, 300000", "0ms, 0"})
    void readsWhatPeopleWrite(String text, long millis) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "five minutes", "5 m", "-3s", "3y"})
    void refusesAnythingElseWithTheRule(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is no duration")
                .hasMessageContaining("90s");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_000, 90_000, 5_400_000, 604_800_000})
    void writesWhatItReadsBack(long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(DurationText.parse(DurationText.format(duration))).isEqualTo(duration);
    }

    @Test
    void writesTheLargestExactUnit() {
        assertThat(DurationText.format(Duration.ofHours(36))).isEqualTo("36h");
        assertThat(DurationText.format(Duration.ofDays(2))).isEqualTo("2d");
    }
}
