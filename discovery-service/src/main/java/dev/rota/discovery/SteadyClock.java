package dev.rota.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock, watched by a clock that cannot be set. A step of the wall clock that time itself does not account for
 * makes the reading that notices it untrusted. The new time is believed once the other side's clock agrees with it, or,
 * where the other side tells no time, once the clock goes on evenly. Thread-safe.
 */
final class SteadyClock {
    /** Clocks are corrected by less than this every day. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * A reading.
     *
     * @param trusted false if the clock has jumped, and the new time is not believed yet
     */
    record Time(Instant now, boolean trusted) {}

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;
    private boolean jumped;

    SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    /** Reads the clock where nobody tells another time. */
    Time read() {
        return read(wall.instant(), null);
    }

    /**
     * Reads the clock at the end of something that will be judged by the time at which it was begun.
     *
     * @param begun what this clock showed then
     * @param othersTime what the other side's clock has just shown; null if it does not say. It only ever settles
     *     whether a jump was right: a clock that never jumped is trusted, whatever the other side's shows
     */
    synchronized Time read(Instant begun, @Nullable Instant othersTime) {
        Instant now = wall.instant();
        long at = nanos.getAsLong();
        Instant expected = lastWall.plusNanos(at - lastNanos);
        lastWall = now;
        lastNanos = at;
        if (othersTime != null && near(othersTime, begun) && near(othersTime, now)) {
            jumped = false;
        } else if (!near(expected, now)) {
            jumped = true;
            return new Time(now, false);
        } else if (othersTime == null) {
            jumped = false;
        }
        return new Time(now, !jumped);
    }

    private static boolean near(Instant expected, Instant now) {
        return Duration.between(expected, now).abs().compareTo(TOLERANCE) <= 0;
    }
}
