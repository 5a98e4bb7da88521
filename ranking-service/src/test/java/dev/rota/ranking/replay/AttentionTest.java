package dev.rota.ranking.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.FailureKind;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.standing.Estimator;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final long NOW = Samples.START.toEpochMilli();

    private final Attention attention = new Attention();

    @Test
    void nothingOfAModelThatLittleIsKnownOfCanWait() {
        assertThat(attention.urgent(true, 900, 1, NOW, true)).isTrue();
        looked(evidence(1));
        assertThat(attention.urgent(true, 900, 2, NOW, true)).isTrue();
    }

    @Test
    void whatWasExpectedWaitsAndASurpriseDoesNot() {
        looked(evidence(128));
        assertThat(attention.urgent(true, 900, 128, NOW, true)).isFalse();
        assertThat(attention.waits()).isTrue();
        assertThat(attention.urgent(false, 900, 128, NOW, true)).isTrue();
    }

    @Test
    void whatWaitsWaitsNoLongerThanAPartOfTheEvidenceOrHalfAnHour() {
        looked(evidence(128));
        for (int i = 0; i < 4; i++) {
            assertThat(attention.urgent(true, 900, 128, NOW, true)).isFalse();
        }
        assertThat(attention.urgent(true, 900, 128, NOW, true)).isTrue();
        looked(evidence(128));
        assertThat(attention.waits()).isFalse();
        assertThat(attention.urgent(true, 900, 128, NOW + 1_800_001, true)).isTrue();
    }

    @Test
    void outOfReachOnlyAnAnswerIsASurprise() {
        looked(evidence(128));
        assertThat(attention.urgent(false, 900, 128, NOW, false)).isFalse();
        assertThat(attention.urgent(true, 900, 128, NOW + 3_600_000, false)).isFalse();
        assertThat(attention.urgent(true, 900, 128, NOW + 3 * 86_400_000, false))
                .isFalse();
        assertThat(attention.urgent(true, 900, 128, NOW + 3 * 86_400_001, false))
                .isTrue();
        looked(Evidence.empty().with(Samples.failure(Samples.MODEL, Samples.START, FailureKind.NO_ENDPOINTS, 90)));
        assertThat(attention.urgent(true, 900, 128, NOW, false)).isTrue();
    }

    /** About half of them are expected: six in a row are too many, six in twelve are not. */
    @Test
    void outOfReachMoreAnswersThanChanceAccountsForAreASurprise() {
        looked(half(128));
        for (int i = 0; i < 6; i++) {
            assertThat(attention.urgent(false, 900, 128, NOW, false)).isFalse();
            assertThat(attention.urgent(true, 900, 128, NOW, false)).isFalse();
        }
        looked(half(128));
        for (int i = 0; i < 3; i++) {
            assertThat(attention.urgent(true, 900, 128, NOW, false)).isFalse();
        }
        attention.urgent(true, 900, 128, NOW, false);
        attention.urgent(true, 900, 128, NOW, false);
        assertThat(attention.urgent(true, 900, 128, NOW, false)).isTrue();
    }

    /** Half of them are expected: three in a row may be chance, five may not, and slow ones are no reason to hope. */
    @Test
    void outOfReachMoreFastAnswersThanChanceAccountsForAreASurprise() {
        looked(evidence(128));
        for (int i = 0; i < 3; i++) {
            assertThat(attention.urgent(true, 400, 128, NOW, false)).isFalse();
        }
        attention.urgent(true, 400, 128, NOW, false);
        assertThat(attention.urgent(true, 400, 128, NOW, false)).isTrue();
        looked(evidence(128));
        for (int i = 0; i < 20; i++) {
            assertThat(attention.urgent(true, 1_400, 128, NOW, false)).isFalse();
        }
    }

    @Test
    void outOfReachAQuarterOfTheEvidenceIsTakenTogether() {
        looked(evidence(128));
        for (int i = 0; i < 32; i++) {
            assertThat(attention.urgent(false, 900, 128, NOW, false)).isFalse();
        }
        assertThat(attention.urgent(false, 900, 128, NOW, false)).isTrue();
    }

    /** Failures and successes by turns, a day apart, so that the last of them says little about the next. */
    private static Evidence half(int results) {
        Evidence evidence = Evidence.empty();
        for (int i = 0; i < results; i++) {
            Instant at = Samples.START.minusSeconds(86_400L * (i + 5));
            evidence = evidence.with(
                    i % 2 == 0
                            ? Samples.success(Samples.MODEL, at, 900)
                            : Samples.failure(Samples.MODEL, at, FailureKind.OVERLOADED, 900));
        }
        return evidence;
    }

    private void looked(Evidence evidence) {
        attention.looked(Estimator.standard().standing(Samples.MODEL, evidence, null, Instant.ofEpochMilli(NOW)), NOW);
    }

    private static Evidence evidence(int successes) {
        Evidence evidence = Evidence.empty();
        for (int i = 0; i < successes; i++) {
            evidence = evidence.with(Samples.success(Samples.MODEL, Samples.START.minusSeconds(60L * i), 900));
        }
        return evidence;
    }
}
