package dev.rota.discovery.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendingTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void whatWasSpentIsCountedByMinuteAndByUtcDay() {
        SpendingLog log = new SpendingLog();
        log.add(NOON.minus(Duration.ofHours(13)), 7, true);
        log.add(NOON.minus(Duration.ofHours(2)), 3, true);
        log.add(NOON.minusSeconds(30), 1, false);
        assertThat(log.at(NOON)).isEqualTo(new Spent(0, 1, 3, 4));
        assertThat(log.at(NOON.plusSeconds(31))).isEqualTo(new Spent(0, 0, 3, 4));
    }

    @Test
    void aClockThatGoesBackKeepsTodaysSpendingButNotThatOfAnotherYear() {
        SpendingLog log = new SpendingLog();
        log.add(NOON, 3, true);
        log.add(NOON.plus(Duration.ofDays(365)), 5, true);
        assertThat(log.at(NOON.minus(Duration.ofHours(2))).ownToday()).isEqualTo(3);
    }

    @Test
    void theUsersShareIsReservedAndABudgetOfNothingRefused() {
        assertThat(new BudgetLimits(20, 50, 0.5).probesPerDay()).isEqualTo(25);
        assertThat(new BudgetLimits(20, 50, 0.9).probesPerMinute()).isEqualTo(2);
        assertThat(new BudgetLimits(1, 1, 0.9).probesPerDay()).isEqualTo(1);
        assertThat(new BudgetLimits(20, 50, 1).probesPerDay()).isEqualTo(0);
        assertThatThrownBy(() -> new BudgetLimits(0, 50, 0.5)).hasMessageContaining("0 a minute");
        assertThatThrownBy(() -> new BudgetLimits(20, 50, 1.5)).hasMessageContaining("1.5");
    }

    @Test
    void anAccountsLimitsPauseProbesUntilTheyEnd() {
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.ACCOUNT_MINUTE_LIMIT, 9_000L)))
                .contains(NOON.plusSeconds(10));
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.ACCOUNT_MINUTE_LIMIT, null)))
                .contains(NOON.plusSeconds(61));
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.ACCOUNT_DAY_LIMIT, null)))
                .contains(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.ACCOUNT_DAY_LIMIT, Long.MAX_VALUE)))
                .contains(NOON.plusSeconds(86_401));
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.UPSTREAM_RATE_LIMITED, 9_000L)))
                .isEmpty();
    }

    @Test
    void aCallThatATesterItselfWouldNotPayForSaysNothingOfTheAccount() {
        assertThat(LearnedLimits.pauseAfter(failed(FailureKind.PAYMENT_REQUIRED, null)))
                .contains(NOON.plusSeconds(901));
        Failure ownCap = Failure.of(FailureKind.PAYMENT_REQUIRED, "not called: it may cost $0.02");
        assertThat(LearnedLimits.pauseAfter(result(ownCap))).isEmpty();
    }

    @Test
    void requestsOfOneSecondAreOneEntryButNotTheUsersWithOurs() {
        SpendingLog log = new SpendingLog();
        log.add(NOON, 1, true, 0.25);
        log.add(NOON.plusMillis(300), 2, true, 0.5);
        log.add(NOON.plusMillis(400), 4, false);
        assertThat(log.at(NOON.plusSeconds(1))).isEqualTo(new Spent(3, 7, 3, 7, 0.75));
    }

    @Test
    void theMostAProbeMayCostFollowsFromThePrices() {
        assertThat(ProbeCost.usd(
                        Candidates.paid("a", "0.000001", "0.000002").facts().facts(), 3))
                .isCloseTo(3 * (0.002 + 0.008192), within(1e-9));
        assertThat(ProbeCost.usd(Candidates.paid("a", "-1", "-1").facts().facts(), 1))
                .isInfinite();
    }

    private static TestResult failed(FailureKind kind, @Nullable Long retryAfterMs) {
        return result(new Failure(kind, kind.fault(), 429, null, null, retryAfterMs));
    }

    private static TestResult result(Failure failure) {
        return new TestResult(
                "r",
                "p",
                new ModelId("c", "a"),
                Source.PROBE,
                "s",
                "t",
                NOON,
                new Outcome.Failed(failure),
                1_000,
                null,
                null,
                null);
    }
}
