package dev.rota.discovery.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.filter.ModelFilter;
import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.discovery.plan.SuiteOutline;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.provider.limit.LimitScope;
import dev.rota.provider.limit.LimitWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final BudgetLimits FREE_TIER = new BudgetLimits(20, 50, 0.5);

    @Test
    void whatTheProviderTellsReplacesADefaultButNeverExceedsAChoice() {
        AccountLimits byDefault = new AccountLimits(FREE_TIER, false);
        byDefault.told(1000);
        assertThat(byDefault.at(NOON)).isEqualTo(new BudgetLimits(20, 1000, 0.5));
        AccountLimits chosen = AccountLimits.chosen(new BudgetLimits(20, 200, 0.5));
        chosen.told(1000);
        assertThat(chosen.at(NOON).perDay()).isEqualTo(200);
        chosen.told(50);
        assertThat(chosen.at(NOON).perDay()).isEqualTo(50);
    }

    @Test
    void aRefusalLowersALimitForATimeAndNeverRaisesIt() {
        AccountLimits limits = AccountLimits.chosen(FREE_TIER);
        limits.refused(new LimitWords.Allowance(LimitScope.MINUTE, 8), NOON);
        limits.refused(new LimitWords.Allowance(LimitScope.DAY, 30), NOON);
        assertThat(limits.at(NOON)).isEqualTo(new BudgetLimits(8, 30, 0.5));
        assertThat(limits.at(NOON.plus(Duration.ofHours(1)))).isEqualTo(new BudgetLimits(20, 30, 0.5));
        assertThat(limits.at(NOON.plus(Duration.ofDays(1)))).isEqualTo(FREE_TIER);
        limits.refused(new LimitWords.Allowance(LimitScope.DAY, Long.MAX_VALUE), NOON);
        assertThat(limits.at(NOON)).isEqualTo(new BudgetLimits(8, 50, 0.5));
    }

    @Test
    void whereNothingWasLimitedARefusalSetsTheLimit() {
        AccountLimits limits = AccountLimits.chosen(BudgetLimits.UNLIMITED);
        limits.refused(new LimitWords.Allowance(LimitScope.MINUTE, 30), NOON);
        assertThat(limits.at(NOON).probesPerMinute()).isEqualTo(15);
    }

    @Test
    void aTestersResultTeachesTheLimitAndTheUsersTrafficCountsAsSpent() {
        CatalogueState state = new CatalogueState(
                "c",
                ModelFilter.FREE_TEXT,
                AccountLimits.chosen(FREE_TIER),
                new SuiteOutline("s", List.of("one", "two")));
        state.result(refused("Rate limit exceeded (limit: 40 requests a day)", Source.PROBE));
        state.result(refused("no more today", Source.TRAFFIC));
        Instant later = NOON.plusSeconds(30);
        assertThat(state.budget(later).limits().perDay()).isEqualTo(40);
        assertThat(state.budget(later).pausedUntil()).isEqualTo(NOON.plusSeconds(61));
        assertThat(state.budget(later).spent().allToday()).isEqualTo(1);
        assertThat(state.budget(later).spent().ownToday()).isZero();
    }

    @Test
    void whatAnImportedHistorySaysOfLimitsIsOld() {
        CatalogueState state = new CatalogueState(
                "c", ModelFilter.FREE_TEXT, AccountLimits.chosen(FREE_TIER), new SuiteOutline("s", List.of("one")));
        state.result(refused("(limit: 40 requests a day)", Source.IMPORT));
        assertThat(state.budget(NOON).limits()).isEqualTo(FREE_TIER);
        assertThat(state.budget(NOON).pausedUntil()).isNull();
    }

    private static TestResult refused(String message, Source source) {
        Failure failure = new Failure(
                FailureKind.ACCOUNT_DAY_LIMIT, FailureKind.ACCOUNT_DAY_LIMIT.fault(), 429, null, message, 60_000L);
        return new TestResult(
                "r",
                "p",
                new ModelId("c", "a"),
                source,
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
