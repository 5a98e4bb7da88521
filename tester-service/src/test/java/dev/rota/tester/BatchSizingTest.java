package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many probes are taken at once only while they are short. */
class BatchSizingTest {
    private static final int SOME = BatchSizing.SIZES.get(1);
    private static final int MANY = BatchSizing.SIZES.get(2);
    private static final Duration SHORT = BatchSizing.shortFor(SOME);
    private static final Duration SHORTER = BatchSizing.shortFor(MANY);
    private static final Duration LONG = SHORT.plusMillis(1);

    /** Draws the least there is to draw. */
    private final BatchSizing sizing = BatchSizing.adaptive(() -> 0);

    @Test
    void takesOneAtATimeUntilProbesWereShortForLong() {
        finish(BatchSizing.FIRST_EVIDENCE - 1, SHORT);
        assertThat(sizing.size()).isEqualTo(1);
        finish(1, SHORT);
        assertThat(sizing.size()).isEqualTo(SOME);
    }

    @Test
    void takesTheMoreTheShorterTheyWere() {
        finish(BatchSizing.FIRST_EVIDENCE, SHORT);
        finish(10 * BatchSizing.FIRST_EVIDENCE, SHORT);
        assertThat(sizing.size()).isEqualTo(SOME);
        finish(BatchSizing.FIRST_EVIDENCE, SHORTER);
        assertThat(sizing.size()).isEqualTo(MANY);
        sizing.heldUp();
        sizing.freed();
        assertThat(sizing.size()).isEqualTo(1);
    }

    @Test
    void whatATeamTakesIsDoneInTwoSeconds() {
        for (int size : BatchSizing.SIZES) {
            assertThat(BatchSizing.shortFor(size).multipliedBy(size).dividedBy(Team.SIZE))
                    .isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void oneLongProbeBeginsTheCountAnew() {
        finish(BatchSizing.FIRST_EVIDENCE - 1, SHORT);
        finish(1, LONG);
        finish(BatchSizing.FIRST_EVIDENCE - 1, SHORT);
        assertThat(sizing.size()).isEqualTo(1);
    }

    @Test
    void aTryThatFailedIsRepeatedOnlyOnTwiceTheEvidence() {
        finish(BatchSizing.FIRST_EVIDENCE, SHORT);
        sizing.heldUp();
        sizing.freed();
        assertThat(sizing.size()).isEqualTo(1);
        finish(2 * BatchSizing.FIRST_EVIDENCE - 1, SHORT);
        assertThat(sizing.size()).isEqualTo(1);
        finish(1, SHORT);
        assertThat(sizing.size()).isEqualTo(SOME);
    }

    @Test
    void whileOneIsHeldUpEachTakesForItself() {
        sizing.heldUp();
        finish(10 * BatchSizing.FIRST_EVIDENCE, SHORT);
        assertThat(sizing.together()).isFalse();
        sizing.freed();
        finish(BatchSizing.FIRST_EVIDENCE, SHORT);
        assertThat(sizing.together()).isTrue();
    }

    @Test
    void aQueueThatGivesOneAtATimeIsNeverAskedForMore() {
        BatchSizing single = BatchSizing.single();
        for (int i = 0; i < 10 * BatchSizing.FIRST_EVIDENCE; i++) {
            single.finished(Duration.ZERO);
        }
        assertThat(single.size()).isEqualTo(1);
        assertThat(single.together()).isFalse();
    }

    private void finish(int probes, Duration each) {
        for (int i = 0; i < probes; i++) {
            sizing.finished(each);
        }
    }
}
