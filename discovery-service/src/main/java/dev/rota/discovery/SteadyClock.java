package dev.rota.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The wall clock, watched by a clock that cannot be set. A step of the wall clock that time itself does not account for
 * makes the reading that notices it untrusted; if the clock then goes on evenly, the new time is believed. Thread-safe.
 */
final class SteadyClock {
    /** Clocks are corrected by less than this every day. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * A reading.
     *
     * @param trusted false if the clock has jumped since the reading before
     */
    record Time(Instant now, boolean trusted) {}

    private final Clock wall;
    private final LongSupplier nanos;
    private Instant lastWall;
    private long lastNanos;

    SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.lastWall = wall.instant();
        this.lastNanos = nanos.getAsLong();
    }

    synchronized Time read() {
        Instant now = wall.instant();
        long at = nanos.getAsLong();
        Instant expected = lastWall.plusNanos(at - lastNanos);
        lastWall = now;
        lastNanos = at;
        return new Time(now, Duration.between(expected, now).abs().compareTo(TOLERANCE) <= 0);
    }
}
