package dev.rota.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaVersionTest {

    @ParameterizedTest
    @CsvSource({
        "4.4.0, 4.3.1, true",
        "4.3.9, 4.3.1, false",
        "5.0.0, 4.9.9, true",
        "3.9.0, 4.3.1, false",
        "4.10.0-rc1, 4.9.0, true",
        "unknown, 4.3.1, false"
    })
    void onlyMajorAndMinorDecide(String one, String other, boolean after) {
        assertThat(KafkaVersion.parse(one).isAfter(KafkaVersion.parse(other))).isEqualTo(after);
    }
}
