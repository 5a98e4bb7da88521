package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many probes are taken at once only while they are short. */
class BatchSizingTest {
    private static final int SOME = BatchSizing.SIZES.get(1);
    private static final int MANY = BatchSizing.SIZES.get(2);
    private static final int SLOTS = 8;

    /** Draws the least there is to draw. */
    private final BatchSizing sizing = BatchSizing.adaptive(SLOTS, () -> 0);

    private final Duration shortOne = sizing.shortFor(SOME);
    private final Duration shorterOne = sizing.shortFor(MANY);
    private final Duration longOne = shortOne.plusMillis(1);

    @Test
    void takesOneAtATimeUntilProbesWereShortForLong() {
        finish(BatchSizing.FIRST_EVIDENCE - 1, shortOne);
        assertThat(sizing.size()).isEqualTo(1);
        finish(1, shortOne);
        assertThat(sizing.size()).isEqualTo(SOME);
    }

    @Test
    void takesTheMoreTheShorterTheyWere() {
        finish(BatchSizing.FIRST_EVIDENCE, shortOne);
        finish(10 * BatchSizing.FIRST_EVIDENCE, shortOne);
        assertThat(sizing.size()).isEqualTo(SOME);
        finish(BatchSizing.FIRST_EVIDENCE, shorterOne);
        assertThat(sizing.size()).isEqualTo(MANY);
        sizing.heldUp();
        sizing.freed();
        assertThat(sizing.size()).isEqualTo(1);
    }

    @Test
    void whatATeamTakesIsDoneInTwoSecondsHoweverManyItsSlots() {
        for (int slots = 1; slots <= SLOTS; slots++) {
            BatchSizing team = BatchSizing.adaptive(slots, () -> 0);
            for (int size : BatchSizing.SIZES) {
                assertThat(team.shortFor(size).multipliedBy(size).dividedBy(slots))
                        .isCloseTo(Duration.ofSeconds(2), Duration.ofMillis(1));
            }
        }
    }

    @Test
    void oneLongProbeBeginsTheCountAnew() {
        finish(BatchSizing.FIRST_EVIDENCE - 1, shortOne);
        finish(1, longOne);
        finish(BatchSizing.FIRST_EVIDENCE - 1, shortOne);
        assertThat(sizing.size()).isEqualTo(1);
    }

    @Test
    void aTryThatFailedIsRepeatedOnlyOnTwiceTheEvidence() {
        finish(BatchSizing.FIRST_EVIDENCE, shortOne);
        sizing.heldUp();
        sizing.freed();
        assertThat(sizing.size()).isEqualTo(1);
        finish(2 * BatchSizing.FIRST_EVIDENCE - 1, shortOne);
        assertThat(sizing.size()).isEqualTo(1);
        finish(1, shortOne);
        assertThat(sizing.size()).isEqualTo(SOME);
    }

    @Test
    void whileOneIsHeldUpEachTakesForItself() {
        sizing.heldUp();
        finish(10 * BatchSizing.FIRST_EVIDENCE, shortOne);
        assertThat(sizing.together()).isFalse();
        sizing.freed();
        finish(BatchSizing.FIRST_EVIDENCE, shortOne);
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
