package dev.rota.ranking.service;

import java.time.Duration;

/** What a crash may do to what is published. */
public enum Guarantee {
    /**
     * Work since the last commit is done again. That changes no standing, for evidence is a set, and no revision is
     * used twice, for revisions go on from what readers got; a change may be told twice. Fast: a result shows in a
     * rotation within a few milliseconds.
     */
    AT_LEAST_ONCE("at_least_once", Duration.ofSeconds(1)),
    /**
     * Nothing is told twice. Each of the two steps waits for a transaction, so a result shows after two commit
     * intervals; below 20 ms the transactions themselves cost more than they save.
     */
    EXACTLY_ONCE_V2("exactly_once_v2", Duration.ofMillis(25));

    private final String setting;
    private final Duration commitInterval;

    Guarantee(String setting, Duration commitInterval) {
        this.setting = setting;
        this.commitInterval = commitInterval;
    }

    /** The value of Streams' {@code processing.guarantee}. */
    public String setting() {
        return setting;
    }

    /** How often to commit, unless told otherwise. */
    public Duration commitInterval() {
        return commitInterval;
    }
}
