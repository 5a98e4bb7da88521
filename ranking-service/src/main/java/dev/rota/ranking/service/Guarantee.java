package dev.rota.ranking.service;

import java.time.Duration;

/** What a crash may do to what is published. */
public enum Guarantee {
    /**
     * Work since the last commit is done again. That changes no standing, for evidence is a set, and no revision is
     * used twice, for revisions go on from what readers got; a change may be told twice. Fast: a result shows in a
     * rotation within a few milliseconds.
     */
    AT_LEAST_ONCE("at_least_once", Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO, Duration.ofMillis(100)),
    /**
     * Nothing is told twice. Each of the two steps waits for a transaction, so a result shows after two commit
     * intervals; below 10 ms the transactions themselves cost more than they save. While a backlog is worked off,
     * nobody waits for a single result, and commits are as rare as they may be.
     */
    EXACTLY_ONCE_V2(
            "exactly_once_v2",
            Duration.ofMillis(15),
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofMillis(5));

    private final String setting;
    private final Duration commitInterval;
    private final Duration backlogCommitInterval;
    private final Duration linger;
    private final Duration retryBackoff;

    Guarantee(
            String setting,
            Duration commitInterval,
            Duration backlogCommitInterval,
            Duration linger,
            Duration retryBackoff) {
        this.setting = setting;
        this.commitInterval = commitInterval;
        this.backlogCommitInterval = backlogCommitInterval;
        this.linger = linger;
        this.retryBackoff = retryBackoff;
    }

    /** The value of Streams' {@code processing.guarantee}. */
    public String setting() {
        return setting;
    }

    /** How often to commit at most while a backlog is worked off; zero for no such limit. */
    Duration backlogCommitInterval() {
        return backlogCommitInterval;
    }

    /**
     * How long a record may wait for others to travel with. None where a reader sees it at once: Streams' own 100 ms
     * would be most of what a rotation takes. Exactly once, readers wait for the commit, and that sends what waits.
     */
    Duration linger() {
        return linger;
    }

    /**
     * How long to wait before a request that was refused is sent again, the first time. A transaction that follows the
     * last one within milliseconds is often refused once, because that one is still being closed; Kafka's own 100 ms
     * were then most of the 99th percentile of the time from a result to the rotation.
     */
    Duration retryBackoff() {
        return retryBackoff;
    }

    /** How often to commit, unless told otherwise. */
    public Duration commitInterval() {
        return commitInterval;
    }
}
