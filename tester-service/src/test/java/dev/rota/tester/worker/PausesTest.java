package dev.rota.tester.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.provider.limit.AccountLimit;
import dev.rota.provider.limit.LimitScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");
    private final Pauses pauses = new Pauses(Duration.ofSeconds(10), new Random(3));

    @Test
    void aPauseHoldsOneCatalogueUntilItsLimitEnds() {
        pauses.limited("a", until(60));
        assertThat(pauses.waitFor("a", NOW)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(70));
        assertThat(pauses.waitFor("b", NOW)).isZero();
        assertThat(pauses.waitFor("a", NOW.plusSeconds(60))).isZero();
    }

    @Test
    void ofTwoLimitsTheLaterCounts() {
        pauses.limited("a", until(60));
        pauses.limited("a", until(30));
        assertThat(pauses.waitFor("a", NOW.plusSeconds(31))).isPositive();
    }

    @Test
    void whoeverWaitsComesBackAtAnotherMoment() {
        pauses.limited("a", until(60));
        Set<Duration> waits =
                IntStream.range(0, 64).mapToObj(_ -> pauses.waitFor("a", NOW)).collect(Collectors.toSet());
        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void thereIsNothingToTakeOnlyWhileEveryCatalogueIsUnderALimit() {
        pauses.limited("a", until(60));
        assertThat(pauses.waitForAny(List.of("a", "b"), NOW)).isZero();
        pauses.limited("b", until(20));
        assertThat(pauses.waitForAny(List.of("a", "b"), NOW)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(25));
        assertThat(pauses.waitForAny(List.of(), NOW)).isZero();
        assertThat(pauses.count(NOW)).isEqualTo(2);
        assertThat(pauses.count(NOW.plusSeconds(21))).isEqualTo(1);
    }

    private static AccountLimit until(long seconds) {
        return new AccountLimit(LimitScope.MINUTE, NOW.plusSeconds(seconds), null);
    }
}
