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
 * Seeded histories of free endpoints, about one probe an endpoint and day. A world draws its own habits: how many
 * endpoints are dead, flaky or good, how outages come and go, whether fast ones are the unreliable ones.
 */
public final class SyntheticHistory {
    private static final long DAY = 86_400_000;

    private final Random random;
    private final double dead;
    private final double flaky;
    private final double upDays;
    private final double downDays;
    private final double slowFailures;
    private final double lureOfTheDead;
    private final double typicalMs;

    private SyntheticHistory(long seed) {
        random = new Random(seed * 7919 + 13);
        dead = 0.25 + 0.45 * random.nextDouble();
        flaky = (1 - dead) * (0.3 + 0.4 * random.nextDouble());
        upDays = 6 + 30 * random.nextDouble();
        downDays = 1 + 8 * random.nextDouble();
        slowFailures = 0.1 + 0.25 * random.nextDouble();
        lureOfTheDead = 0.2 + 1.6 * random.nextDouble();
        typicalMs = 3000 + 5000 * random.nextDouble();
    }

    /** A history of 65 days and 73 endpoints. */
    public static List<TestResult> of(long seed) {
        return new SyntheticHistory(seed).results(65, 73);
    }

    private List<TestResult> results(int days, int endpoints) {
        List<TestResult> results = new ArrayList<>();
        for (int i = 0; i < endpoints; i++) {
            addEndpoint(Samples.model("family" + random.nextInt(20) + "/model-" + i + ":free"), days, results);
        }
        return results;
    }

    private void addEndpoint(ModelId model, int days, List<TestResult> results) {
        double sort = random.nextDouble();
        boolean isDead = sort < dead;
        boolean isFlaky = !isDead && sort < dead + flaky;
        double answersUp = isDead ? 0.5 : isFlaky ? 0.3 + 0.5 * random.nextDouble() : 0.85 + 0.14 * random.nextDouble();
        double answersDown = isDead ? 0.01 : 0.03;
        double up = isDead ? 2 : upDays * Math.exp(0.8 * random.nextGaussian());
        double down = isDead ? 30 : downDays * Math.exp(0.8 * random.nextGaussian());
        double median = Math.log(typicalMs * Math.exp(isDead ? -lureOfTheDead : 0)) + 0.6 * random.nextGaussian();
        double spread = 0.35 + 0.55 * random.nextDouble();
        boolean slow = random.nextDouble() < slowFailures;
        int from = random.nextDouble() < 0.7 ? 0 : random.nextInt(days);
        int to = random.nextDouble() < 0.7 ? days : from + random.nextInt(days - from);
        boolean isUp = random.nextDouble() < up / (up + down);
        for (int day = from; day < to; day++) {
            isUp = random.nextDouble() < 1 - Math.exp(-1 / (isUp ? up : down)) ? !isUp : isUp;
            if (random.nextDouble() < 0.03) {
                continue;
            }
            Instant at = Samples.START.plusMillis(day * DAY + 3_600_000 + random.nextInt(7_200_000));
            results.add(
                    random.nextDouble() < (isUp ? answersUp : answersDown)
                            ? Samples.success(model, at, latency(median, spread))
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
