package dev.rota.ranking.backtest;

import java.util.Random;

/**
 * What a hard world is like. Every kind of world draws most of this from the same wide ranges, and a few things from
 * ranges of its own.
 *
 * @param days how long the history is
 * @param dead share of the endpoints that never really work
 * @param luck chance of success of what does not work
 * @param flaky share of the working endpoints that answer 30 to 70 % of the time while up
 * @param upDays mean time between two outages of an endpoint
 * @param downDays mean length of one
 * @param turnover share of the working endpoints that come to life late, and as many that die for good
 * @param moves share of the endpoints that appear late, and about as many that vanish
 * @param upstreams how many providers there are behind the endpoints
 * @param upstreamFails chance that a provider's outage begins on a day
 * @param upstreamDays mean length of such an outage
 * @param badDays chance of a day on which most of everything fails
 * @param tied chance that an endpoint's family tells its provider
 * @param probes probes a day at most; each endpoint has one to that many
 * @param gaps chance that nothing is probed on a day; a seventh of it that an endpoint is not
 * @param slowFailures share of the endpoints that fail by timeout
 * @param lure by how much what does not work is faster when it answers, in logarithms
 * @param typicalMs median latency of all
 * @param apart standard deviation of the logarithms of the endpoints' median latencies
 * @param tail chance that an answer takes several times as long
 */
record HardHabits(
        int days,
        double dead,
        double luck,
        double flaky,
        double upDays,
        double downDays,
        double turnover,
        double moves,
        int upstreams,
        double upstreamFails,
        double upstreamDays,
        double badDays,
        double tied,
        int probes,
        double gaps,
        double slowFailures,
        double lure,
        double typicalMs,
        double apart,
        double tail) {

    /** The kinds of worlds, each hard for a reason of its own. */
    enum Kind {
        /** Any of the others' troubles, in any measure. */
        MIXED,
        /** What was dead from the start comes to life, and what was good dies or vanishes for good. */
        TURNOVER,
        /** Outages of weeks, of endpoints and of whole providers. */
        OUTAGES,
        /** Most of what works answers 30 to 70 % of the time. */
        FLAKY,
        /** Limits that strike for a day to a few, by provider. */
        BURSTS,
        /** Many failures take the better part of a minute; latencies have heavy tails. */
        TIMEOUTS,
        /** Up to three probes a day, days without any, models that come and go. */
        GAPS
    }

    static HardHabits draw(Kind kind, Random random) {
        boolean mixed = kind == Kind.MIXED;
        boolean outages = kind == Kind.OUTAGES;
        boolean bursts = kind == Kind.BURSTS;
        boolean timeouts = kind == Kind.TIMEOUTS;
        boolean gaps = kind == Kind.GAPS;
        double any = mixed ? 1 : 0;
        return new HardHabits(
                60 + random.nextInt(60),
                between(random, 0.5, 0.8),
                between(random, 0.01, 0.06),
                kind == Kind.FLAKY ? between(random, 0.6, 0.9) : between(random, 0.1, 0.3 + 0.4 * any),
                bursts ? between(random, 3, 7) : between(random, outages ? 20 : mixed ? 4 : 8, 40),
                bursts ? between(random, 1, 3) : between(random, outages ? 8 : 1, outages ? 25 : 8),
                kind == Kind.TURNOVER ? between(random, 0.3, 0.45) : between(random, 0, 0.15 + 0.2 * any),
                between(random, gaps ? 0.5 : 0.2, 0.85),
                5 + random.nextInt(8),
                bursts ? between(random, 0.08, 0.2) : outages ? between(random, 0.015, 0.04) : between(random, 0, 0.06),
                bursts ? between(random, 1, 2.5) : outages ? between(random, 5, 15) : between(random, 1, 2 + 6 * any),
                between(random, 0, 0.05),
                between(random, 0, 1),
                gaps ? 3 : mixed ? 1 + random.nextInt(3) : 1,
                gaps ? between(random, 0.1, 0.3) : between(random, 0, 0.1 * any),
                timeouts ? between(random, 0.25, 0.5) : between(random, 0.02, 0.15 + 0.2 * any),
                between(random, 0, 2),
                between(random, 2_000, 6_000),
                between(random, 0.4, 0.8),
                timeouts ? between(random, 0.04, 0.1) : between(random, 0.01, 0.04 + 0.04 * any));
    }

    private static double between(Random random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
