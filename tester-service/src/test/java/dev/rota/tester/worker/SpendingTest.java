package dev.rota.tester.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpendingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T23:00:00Z");
    private final Spending spending = new Spending();

    @Test
    void theCapHoldsForCallsInFlightTogether() {
        assertThat(spending.reserve("a", 0.6, 1, NOW)).isTrue();
        assertThat(spending.reserve("a", 0.6, 1, NOW)).isFalse();
        assertThat(spending.reserve("b", 0.6, 1, NOW)).isTrue();
    }

    @Test
    void whatACallDidNotUseIsFreeAgain() {
        assertThat(spending.reserve("a", 0.6, 1, NOW)).isTrue();
        spending.settle("a", 0.6, 0.1, NOW);
        assertThat(spending.reserve("a", 0.6, 1, NOW)).isTrue();
        assertThat(spending.spent("a", NOW)).isEqualTo(0.7);
    }

    @Test
    void aNewUtcDayHasItsOwnCap() {
        assertThat(spending.reserve("a", 0.9, 1, NOW)).isTrue();
        Instant tomorrow = NOW.plus(Duration.ofHours(2));
        assertThat(spending.reserve("a", 0.9, 1, tomorrow)).isTrue();
        spending.settle("a", 0.9, 0, NOW);
        assertThat(spending.spent("a", tomorrow)).isEqualTo(0.9);
    }
}
