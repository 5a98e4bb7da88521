package dev.rota.ranking.service;

import java.time.Duration;

/** What a crash may do to what is published. */
public enum Guarantee {
    /**
     * Work since the last commit is done again. That changes no standing, for evidence is a set, and no revision is
     * used twice, for revisions go on from what readers got; a change may be told twice. Fast: a result shows in a
     * rotation within a few milliseconds.
     */
    AT_LEAST_ONCE("at_least_once", Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO),
    /**
     * Nothing is told twice. Each of the two steps waits for a transaction, so a result shows after two commit
     * intervals; below 20 ms the transactions themselves cost more than they save. While a backlog is worked off,
     * nobody waits for a single result, and commits are as rare as they may be.
     */
    EXACTLY_ONCE_V2("exactly_once_v2", Duration.ofMillis(25), Duration.ofSeconds(1), Duration.ofMillis(10));

    private final String setting;
    private final Duration commitInterval;
    private final Duration backlogCommitInterval;
    private final Duration linger;

    Guarantee(String setting, Duration commitInterval, Duration backlogCommitInterval, Duration linger) {
        this.setting = setting;
        this.commitInterval = commitInterval;
        this.backlogCommitInterval = backlogCommitInterval;
        this.linger = linger;
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

    /** How often to commit, unless told otherwise. */
    public Duration commitInterval() {
        return commitInterval;
    }
}
