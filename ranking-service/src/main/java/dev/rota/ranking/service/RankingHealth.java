package dev.rota.ranking.service;

/** How the ranking fares. */
public sealed interface RankingHealth {
    /** Ready to rank. */
    record Running() implements RankingHealth {}

    /**
     * Not ranking, but on the way to it: joining, or reading back its state.
     *
     * @param state Streams' name for it
     */
    record Preparing(String state) implements RankingHealth {}

    /**
     * Broken; only a new start helps.
     *
     * @param reason the first fatal error
     */
    record Failed(String reason) implements RankingHealth {}

    /** A later generation publishes all of its rotations; nothing is left to do. */
    record Relieved() implements RankingHealth {}

    /** Not started, or closed. */
    record Stopped() implements RankingHealth {}
}
