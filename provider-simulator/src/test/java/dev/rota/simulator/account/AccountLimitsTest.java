package dev.rota.simulator.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountLimitsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:10Z");

    private static AccountLimits limits(int perMinute, int perDay) {
        return new AccountLimits(AccountRules.OPEN.limited(perMinute, perDay));
    }

    @Test
    void withoutLimitsNothingIsCounted() {
        AccountLimits limits = limits(0, 0);

        assertThat(limits.admit("k", NOW)).isInstanceOf(Admission.Granted.class);
        assertThat(limits.usedToday("k", NOW)).isZero();
    }

    @Test
    void aMinuteEndsWithTheClocks() {
        AccountLimits limits = limits(1, 0);
        limits.admit("k", NOW);

        assertThat(limits.admit("k", NOW.plusSeconds(49)))
                .isEqualTo(new Admission.Refused("free-models-per-min", 1, Instant.parse("2026-11-23T08:01:00Z")));
        assertThat(limits.admit("k", NOW.plusSeconds(50))).isInstanceOf(Admission.Granted.class);
    }

    @Test
    void theDayComesBeforeTheMinuteAndHasAnotherNameForTheRich() {
        AccountLimits limits = limits(1, 1);
        limits.admit("k", NOW);
        assertThat(limits.admit("k", NOW))
                .isEqualTo(new Admission.Refused("free-models-per-day", 1, Instant.parse("2026-11-24T00:00:00Z")));

        AccountLimits rich = limits(0, 1_000);
        for (int i = 0; i < 1_000; i++) {
            rich.admit("k", NOW);
        }
        assertThat(rich.admit("k", NOW))
                .isInstanceOfSatisfying(
                        Admission.Refused.class,
                        refused -> assertThat(refused.limit()).isEqualTo("free-models-per-day-high-balance"));
    }

    @Test
    void refusedRequestsDoNotCount() {
        AccountLimits limits = limits(1, 2);
        limits.admit("k", NOW);
        limits.admit("k", NOW);

        assertThat(limits.usedToday("k", NOW)).isEqualTo(1);
        assertThat(limits.admit("k", NOW.plus(Duration.ofMinutes(1)))).isInstanceOf(Admission.Granted.class);
        assertThat(limits.usedToday("k", NOW.plus(Duration.ofDays(1)))).isZero();
    }
}
