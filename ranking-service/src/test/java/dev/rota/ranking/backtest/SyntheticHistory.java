package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded histories of free endpoints. Each seed is a world with habits of its own: how many endpoints are dead, flaky
 * or good, how outages come and go, whether the fast ones are the unreliable ones.
 */
public final class SyntheticHistory {
    private static final long DAY = 86_400_000;
    private static final int UPSTREAMS = 6;

    /** Latencies drift: in public figures of 33 free models a deviation from the mean shrinks to half in three days. */
    private static final double DRIFT = 0.4;

    private static final double REMEMBERS = 0.82;

    private final Random random;
    private final long stepMs;
    private final boolean together;
    private final double dead;
    private final double flaky;
    private final double upSteps;
    private final double downSteps;
    private final double slowFailures;
    private final double lureOfTheDead;
    private final double typicalMs;
    private final double apart;
    private boolean[][] outage = new boolean[0][0];

    private SyntheticHistory(long seed, long stepMs, boolean together) {
        this.stepMs = stepMs;
        this.together = together;
        random = new Random(seed * 7919 + 13);
        dead = 0.25 + 0.45 * random.nextDouble();
        flaky = (1 - dead) * (0.3 + 0.4 * random.nextDouble());
        upSteps = 6 + 30 * random.nextDouble();
        downSteps = 1 + 8 * random.nextDouble();
        slowFailures = (together ? 0.3 : 0.1) + 0.25 * random.nextDouble();
        lureOfTheDead = (together ? 0 : 0.2) + (together ? 0.8 : 1.6) * random.nextDouble();
        typicalMs = (together ? 2000 : 3000) + (together ? 3000 : 5000) * random.nextDouble();
        apart = together ? 0.4 : 0.6;
    }

    /** 65 days and 73 endpoints, a probe a day; each endpoint fails for itself. */
    public static List<TestResult> of(long seed) {
        return new SyntheticHistory(seed, DAY, false).results(65, 73);
    }

    /**
     * The same, but endpoints fail together: six upstreams have outages, and there are days on which most of everything
     * fails. Failures cost more, and latencies are more alike, so that to be reliable is almost all that counts.
     */
    public static List<TestResult> together(long seed) {
        return new SyntheticHistory(seed, DAY, true).results(65, 73);
    }

    /** Ten days and 50 endpoints, a probe an hour, with outages of hours instead of days. */
    public static List<TestResult> hourly(long seed) {
        return new SyntheticHistory(seed, DAY / 24, false).results(240, 50);
    }

    private List<TestResult> results(int steps, int endpoints) {
        outage = outages(steps);
        List<TestResult> results = new ArrayList<>();
        for (int i = 0; i < endpoints; i++) {
            addEndpoint(Samples.model("family" + random.nextInt(20) + "/model-" + i + ":free"), steps, results);
        }
        return results;
    }

    private boolean[][] outages(int steps) {
        boolean[][] outages = new boolean[UPSTREAMS][steps];
        for (int step = 0; together && step < steps; step++) {
            boolean everywhere = random.nextDouble() < 0.04;
            for (boolean[] upstream : outages) {
                boolean before = step > 0 && upstream[step - 1];
                upstream[step] = everywhere || random.nextDouble() < (before ? 0.45 : 0.05);
            }
        }
        return outages;
    }

    private void addEndpoint(ModelId model, int steps, List<TestResult> results) {
        double sort = random.nextDouble();
        boolean isDead = sort < dead;
        boolean isFlaky = !isDead && sort < dead + flaky;
        double answersUp = isDead ? 0.5 : isFlaky ? 0.3 + 0.5 * random.nextDouble() : 0.85 + 0.14 * random.nextDouble();
        double answersDown = isDead ? 0.01 : 0.03;
        double up = isDead ? 2 : upSteps * Math.exp(0.8 * random.nextGaussian());
        double down = isDead ? 30 : downSteps * Math.exp(0.8 * random.nextGaussian());
        double median = Math.log(typicalMs * Math.exp(isDead ? -lureOfTheDead : 0)) + apart * random.nextGaussian();
        double spread = 0.3 + 0.4 * random.nextDouble();
        double drift = DRIFT * random.nextGaussian();
        boolean slow = random.nextDouble() < slowFailures;
        boolean[] upstream = outage[random.nextInt(UPSTREAMS)];
        int from = random.nextDouble() < 0.7 ? 0 : random.nextInt(steps);
        int to = random.nextDouble() < 0.7 ? steps : from + random.nextInt(steps - from);
        boolean isUp = random.nextDouble() < up / (up + down);
        for (int step = from; step < to; step++) {
            drift = drift * REMEMBERS + DRIFT * Math.sqrt(1 - REMEMBERS * REMEMBERS) * random.nextGaussian();
            isUp = random.nextDouble() < 1 - Math.exp(-1 / (isUp ? up : down)) ? !isUp : isUp;
            if (random.nextDouble() < 0.03) {
                continue;
            }
            Instant at = Samples.START.plusMillis(step * stepMs + stepMs / 24 + random.nextInt((int) (stepMs / 12)));
            double chance = (isUp ? answersUp : answersDown) * (upstream[step] ? 0.15 : 1);
            results.add(
                    random.nextDouble() < chance
                            ? Samples.success(model, at, latency(median + drift, spread))
                            : failure(model, at, slow));
        }
    }

    private long latency(double median, double spread) {
        double tail = random.nextDouble() < 0.04 ? 1.5 : 0;
        return Math.max(150, Math.min(110_000, Math.round(Math.exp(median + spread * random.nextGaussian() + tail))));
    }

    private TestResult failure(ModelId model, Instant at, boolean slow) {
        if (slow && random.nextDouble() < 0.7) {
            return Samples.failure(model, at, FailureKind.TIMEOUT, 30_000 + random.nextInt(30_000));
        }
        return random.nextDouble() < 0.3
                ? Samples.failure(model, at, FailureKind.NO_ENDPOINTS, 150 + random.nextInt(400))
                : Samples.failure(model, at, FailureKind.UPSTREAM_RATE_LIMITED, 200 + random.nextInt(3_000));
    }
}
