package dev.rota.ranking.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void aClockThatIsBehindRefusesAndNamesItselfAsWellAsTheSender() {
        Instant behind = NOW.minus(Duration.ofMinutes(20));
        assertThat(Admission.refusal(result("tester-7"), behind))
                .contains("startedAt is 2026-05-01T12:00:00Z, more than 10 minutes after it was received"
                        + " (2026-05-01T11:40:00Z): the clock of the sender, tester-7, is ahead, or that of the machine"
                        + " that received it is behind, which it is if several senders are refused; set it (NTP)");
    }

    @Test
    void aSenderWithoutANameIsStillTheSender() {
        assertThat(Admission.refusal(result(null), NOW.minus(Duration.ofHours(1)))
                        .orElseThrow())
                .contains("the clock of the sender is ahead, or that of the machine");
    }

    @Test
    void aClockThatIsAheadRefusesNothing() {
        assertThat(Admission.refusal(result("tester-7"), NOW.plus(Duration.ofDays(3))))
                .isEmpty();
    }

    @Test
    void clocksThatDifferByLessThanTenMinutesAreBelieved() {
        assertThat(Admission.refusal(result("tester-7"), NOW.minus(Admission.AHEAD)))
                .isEmpty();
        assertThat(Admission.refusal(
                        result("tester-7"), NOW.minus(Admission.AHEAD).minusMillis(1)))
                .isPresent();
    }

    private static TestResult result(@Nullable String worker) {
        return new TestResult(
                "r",
                null,
                Samples.MODEL,
                Source.PROBE,
                null,
                null,
                NOW,
                new Outcome.Success(null),
                900,
                null,
                null,
                worker);
    }
}
