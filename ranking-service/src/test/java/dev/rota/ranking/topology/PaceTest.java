package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Backlog backlog = new Backlog();
    private final Pace pace = new Pace(backlog);

    @Test
    void ordinaryTrafficIsEstimatedAsItComes() {
        for (int tick = 0; tick < 100; tick++) {
            assertThat(taken(20)).isEqualTo(20);
            assertThat(pace.tick()).isGreaterThanOrEqualTo(25);
            assertThat(backlog.lasts()).isFalse();
        }
    }

    @Test
    void aBacklogLeavesNextToNoTimeForEstimates() {
        taken(1_000);
        assertThat(pace.tick()).isBetween(1, 5);
        assertThat(backlog.lasts()).isTrue();
        assertThat(taken(1_000)).isZero();
    }

    @Test
    void theBacklogEndsWhenLittleComes() {
        taken(1_000);
        pace.tick();
        taken(3);
        pace.tick();
        assertThat(backlog.lasts()).isFalse();
        assertThat(taken(3)).isEqualTo(3);
    }

    @Test
    void aTaskThatIsClosedLeavesNoBacklogBehind() {
        taken(1_000);
        pace.tick();
        pace.close();
        pace.close();
        assertThat(backlog.lasts()).isFalse();
    }

    private int taken(int asked) {
        return (int) IntStream.range(0, asked).filter(_ -> pace.take()).count();
    }
}
