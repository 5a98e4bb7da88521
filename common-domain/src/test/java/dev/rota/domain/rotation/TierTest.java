package dev.rota.domain.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierTest {
    @ParameterizedTest
    @CsvSource({
        "0, ULTRA_FAST",
        "1999.9, ULTRA_FAST",
        "2000, FAST",
        "4999.9, FAST",
        "5000, BALANCED",
        "14999.9, BALANCED",
        "15000, SLOW",
        "1e12, SLOW"
    })
    void theLowerBoundBelongsToTheTier(double latencyP50Ms, Tier tier) {
        assertThat(Tier.of(latencyP50Ms)).isEqualTo(tier);
    }
}
