package dev.rota.ranking.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgeingQueueTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = 24 * HOUR;

    private final AgeingQueue<String> queue = new AgeingQueue<>();

    @Test
    void freshEvidenceIsLookedAtAfterAnHourAndOldEvidenceOnceADay() {
        assertThat(Ageing.due(0, 0)).isEqualTo(HOUR);
        assertThat(Ageing.due(4 * DAY, 3 * DAY)).isEqualTo(4 * DAY + 3 * HOUR);
        assertThat(Ageing.due(90 * DAY, 0)).isEqualTo(91 * DAY);
    }

    @Test
    void aStandingComesUpOnceAndNotBeforeItsTime() {
        queue.estimated("a", 0, 0);
        assertThat(queue.due(HOUR - 1)).isEmpty();
        assertThat(queue.due(HOUR)).containsExactly("a");
        assertThat(queue.due(9 * DAY)).isEmpty();
        queue.estimated("a", 9 * DAY, 0);
        assertThat(queue.due(10 * DAY)).containsExactly("a");
    }

    @Test
    void aStandingEstimatedMeanwhileWaitsAnew() {
        queue.estimated("a", 0, 0);
        queue.estimated("b", 1, 1);
        queue.estimated("a", HOUR / 2, HOUR / 2);
        assertThat(queue.due(HOUR + 1)).containsExactly("b");
        assertThat(queue.due(HOUR / 2 + HOUR)).containsExactly("a");
    }

    @Test
    void whatIsFarWaitsTwoDaysUnlessItIsEstimatedAsNearMeanwhile() {
        queue.estimatedFar("a", 0);
        queue.estimatedFar("b", 0);
        queue.estimated("b", HOUR, HOUR);
        assertThat(queue.due(2 * HOUR)).containsExactly("b");
        queue.estimatedFar("b", 2 * HOUR);
        assertThat(queue.due(2 * DAY)).containsExactly("a");
        assertThat(queue.due(2 * DAY + 2 * HOUR)).containsExactly("b");
    }
}
