package dev.rota.ranking.topology;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether tasks of this instance work off a backlog. While they do, commits are rare: each writes what changed of every
 * model touched since the last, and nobody waits for what is out of date before it is told. Safe for use by many
 * threads.
 */
final class Backlog {
    private final AtomicInteger tasks = new AtomicInteger();

    /** A task falls behind. */
    void begins() {
        tasks.incrementAndGet();
    }

    /** It has caught up, or is closed. */
    void ends() {
        tasks.decrementAndGet();
    }

    boolean lasts() {
        return tasks.get() > 0;
    }
}
