package dev.rota.tester;

import java.time.Duration;

/** Waits that double from a first to a longest one. For one thread. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The next wait; the one after is twice as long. */
    Duration next() {
        Duration wait = next;
        Duration twice = wait.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return wait;
    }

    void reset() {
        next = first;
    }
}
