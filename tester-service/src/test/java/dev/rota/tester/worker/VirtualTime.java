package dev.rota.tester.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody sleeps on it. */
final class VirtualTime extends Clock implements Sleeper {
    private final List<Duration> slept = new ArrayList<>();
    private Instant now;

    VirtualTime(Instant now) {
        this.now = now;
    }

    @Override
    public void sleep(Duration duration) {
        slept.add(duration);
        now = now.plus(duration);
    }

    List<Duration> slept() {
        return slept;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
