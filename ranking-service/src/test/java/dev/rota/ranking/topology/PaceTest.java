package dev.rota.ranking.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Backlog backlog = new Backlog();
    private final Pace pace = new Pace(backlog);
    private long nowMs = 1_700_000_000_000L;

    @Test
    void ordinaryTrafficIsEstimatedAsItComes() {
        for (int tick = 0; tick < 100; tick++) {
            assertThat(taken(20)).isEqualTo(20);
            assertThat(tick()).isGreaterThanOrEqualTo(25);
            assertThat(backlog.lasts()).isFalse();
        }
    }

    @Test
    void aBurstIsNoBacklog() {
        taken(200);
        assertThat(tick()).isEqualTo(25);
        assertThat(backlog.lasts()).isFalse();
    }

    @Test
    void aBacklogLeavesNextToNoTimeForEstimates() {
        taken(1_000);
        assertThat(tick()).isBetween(1, 5);
        assertThat(backlog.lasts()).isTrue();
        assertThat(taken(1_000)).isZero();
    }

    @Test
    void aTaskThatWaitsForItsTurnIsStillBehind() {
        for (int turn = 0; turn < 20; turn++) {
            taken(800);
            for (int tick = 0; tick < 8; tick++) {
                tick();
                assertThat(backlog.lasts()).isTrue();
            }
        }
    }

    @Test
    void theBacklogEndsWhenLittleComes() {
        taken(1_000);
        tick();
        for (int i = 0; i < 50; i++) {
            taken(3);
            tick();
        }
        assertThat(backlog.lasts()).isFalse();
        assertThat(taken(3)).isEqualTo(3);
    }

    @Test
    void aTaskThatIsClosedLeavesNoBacklogBehind() {
        taken(1_000);
        tick();
        pace.close();
        pace.close();
        assertThat(backlog.lasts()).isFalse();
    }

    private int taken(int asked) {
        return (int) IntStream.range(0, asked).filter(_ -> pace.take()).count();
    }

    private int tick() {
        nowMs += Pace.TICK_MS;
        return pace.tick(nowMs);
    }
}
