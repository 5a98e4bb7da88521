package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
    private Instant wall = Instant.parse("2026-11-23T12:00:00Z");
    private long nanos;
    private final SteadyClock clock = new SteadyClock(new SettableClock(), () -> nanos);

    @Test
    void timeThatPassesIsTrustedATimeThatJumpsIsNotUntilItGoesOnEvenly() {
        pass(Duration.ofHours(3), Duration.ofHours(3));
        assertThat(clock.read().trusted()).isTrue();
        pass(Duration.ofMinutes(1), Duration.ofDays(365));
        assertThat(clock.read().trusted()).isFalse();
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(clock.read().trusted()).isTrue();
        pass(Duration.ofMinutes(1), Duration.ofDays(-365));
        assertThat(clock.read().trusted()).isFalse();
        pass(Duration.ofDays(1), Duration.ofDays(1).plusSeconds(20));
        assertThat(clock.read().trusted()).isTrue();
    }

    @Test
    void aJumpIsBelievedWhenTheOtherSidesClockAgreesAndNotWhileItDoesNot() {
        Instant others = wall;
        assertThat(clock.read(wall, others).trusted()).isTrue();
        pass(Duration.ofMinutes(1), Duration.ofDays(365));
        assertThat(clock.read(wall, others.plusSeconds(60)).trusted()).isFalse();
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(clock.read(wall, others.plusSeconds(120)).trusted()).isFalse();
        pass(Duration.ofMinutes(1), Duration.ofDays(-365));
        assertThat(clock.read(wall, others.plusSeconds(180)).trusted()).isTrue();
        pass(Duration.ofMinutes(1), Duration.ofHours(9));
        assertThat(clock.read(wall, wall).trusted()).as("a machine that slept").isTrue();
    }

    @Test
    void whatWasBegunUnderAWrongTimeIsNotTrustedThoughTheClockIsRightAgain() {
        Instant wrong = wall.plus(Duration.ofDays(365));
        pass(Duration.ofMinutes(1), Duration.ofDays(365));
        assertThat(clock.read(wrong, wrong.minus(Duration.ofDays(365))).trusted())
                .isFalse();
        pass(Duration.ofMinutes(1), Duration.ofDays(-365));
        assertThat(clock.read(wrong, wall).trusted()).isFalse();
        assertThat(clock.read(wall, wall).trusted()).isTrue();
    }

    @Test
    void aClockThatNeverJumpedIsTrustedWhateverTheOtherSideSays() {
        pass(Duration.ofMinutes(1), Duration.ofMinutes(1));
        assertThat(clock.read(wall, wall.minus(Duration.ofDays(90))).trusted()).isTrue();
    }

    private void pass(Duration really, Duration onTheWall) {
        nanos += really.toNanos();
        wall = wall.plus(onTheWall);
    }

    private final class SettableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return wall;
        }
    }
}
