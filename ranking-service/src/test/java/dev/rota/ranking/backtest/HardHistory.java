package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.backtest.HardHabits.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Seeded histories of 73 free endpoints of which most are dead or mostly failing. Kept are only worlds in which the
 * baselines do about as badly as on a real history (static 80 s, fastest-last 62, mean-of-10 57, success-first 7.2,
 * hindsight 1.5; 15 % of probes succeed); what else may be true of that is left open, so there are several kinds of
 * them. About one world in three hundred is kept, which takes a second or two to find.
 */
final class HardHistory {
    private static final int ENDPOINTS = 73;
    private static final int TRIES = 10_000;
    private static final long DAY = 86_400_000;
    private static final double DRIFT = 0.35;
    private static final double REMEMBERS = 0.82;

    private final Random random;
    private final HardHabits habits;
    private final boolean[][] outage;
    private final boolean[] silent;
    private final List<TestResult> results = new ArrayList<>();
    private final Map<ModelId, double[]> chances = new HashMap<>();

    /**
     * A history and what nobody in it knows.
     *
     * @param results in no order
     * @param chances per model and day since {@link Samples#START}, the true chance of success
     */
    record World(List<TestResult> results, Map<ModelId, double[]> chances) {}

    private HardHistory(HardHabits habits, Random random) {
        this.habits = habits;
        this.random = random;
        this.outage = outages();
        this.silent = new boolean[habits.days()];
        for (int day = 0; day < silent.length; day++) {
            silent[day] = random.nextDouble() < habits.gaps();
        }
        for (int i = 0; i < ENDPOINTS; i++) {
            addEndpoint(i);
        }
    }

    /** The first world of that seed in which the baselines do as they did on the real history, more or less. */
    static World of(Kind kind, long seed) {
        return draw(kind, find(kind, seed));
    }

    private static long find(Kind kind, long seed) {
        Random seeds = new Random(seed * 7_919 + List.of(Kind.values()).indexOf(kind));
        for (int i = 0; i < TRIES; i++) {
            long candidate = seeds.nextLong();
            if (asHardAsTheRealOne(draw(kind, candidate).results())) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                "none of " + TRIES + " worlds of kind " + kind + ", seed " + seed + ", is hard");
    }

    private static World draw(Kind kind, long seed) {
        Random random = new Random(seed);
        HardHistory history = new HardHistory(HardHabits.draw(kind, random), random);
        return new World(history.results, history.chances);
    }

    private static boolean asHardAsTheRealOne(List<TestResult> results) {
        double successes = results.stream().filter(TestResult::succeeded).count() / (double) results.size();
        if (!within(successes, 0.09, 0.22)) {
            return false;
        }
        List<Contender> baselines = Baseline.NAMES.stream()
                .map(name -> Baseline.named(name).orElseThrow())
                .toList();
        BacktestReport report = new Backtest(BacktestConfig.every(Duration.ofDays(1))).run(results, baselines);
        return within(report.hindsightMeanMs(), 800, 2_600)
                && within(mean(report, "fastest-last"), 40_000, 90_000)
                && within(mean(report, "mean-of-10"), 37_000, 85_000)
                && within(mean(report, "success-first"), 4_500, 10_500)
                && within(mean(report, "static"), 42_000, 115_000)
                && report.policies().getFirst().primaryChanges()
                        > 0.15 * report.policies().getFirst().buckets();
    }

    private static double mean(BacktestReport report, String policy) {
        return report.policies().get(Baseline.NAMES.indexOf(policy)).meanTimeToSuccessMs();
    }

    private static boolean within(double value, double low, double high) {
        return value >= low && value <= high;
    }

    private boolean[][] outages() {
        boolean[][] outages = new boolean[habits.upstreams()][habits.days()];
        for (int day = 0; day < habits.days(); day++) {
            boolean bad = random.nextDouble() < habits.badDays();
            for (boolean[] upstream : outages) {
                boolean before = day > 0 && upstream[day - 1];
                double chance = before ? 1 - 1 / habits.upstreamDays() : habits.upstreamFails();
                upstream[day] = (bad && random.nextDouble() < 0.8) || random.nextDouble() < chance;
            }
        }
        return outages;
    }

    private void addEndpoint(int number) {
        int upstream = random.nextInt(habits.upstreams());
        int family = random.nextDouble() < habits.tied() ? upstream : random.nextInt(20);
        ModelId model = Samples.model("family" + family + "/model-" + number + ":free");
        boolean dead = random.nextDouble() < habits.dead();
        double[] chance =
                dead ? constant(Math.min(0.3, habits.luck() * -Math.log(1 - random.nextDouble()))) : working(upstream);
        chances.put(model, chance);
        double median =
                Math.log(habits.typicalMs()) + habits.apart() * random.nextGaussian() - (dead ? habits.lure() : 0);
        double spread = 0.25 + 0.3 * random.nextDouble();
        boolean slow = random.nextDouble() < habits.slowFailures();
        boolean refused = dead && random.nextDouble() < 0.4;
        int probes = 1 + random.nextInt(habits.probes());
        int from = random.nextDouble() < habits.moves() ? random.nextInt(habits.days()) : 0;
        int to = random.nextDouble() < habits.moves() ? from + random.nextInt(habits.days() - from) : habits.days();
        double drift = DRIFT * random.nextGaussian();
        for (int day = from; day < to; day++) {
            drift = drift * REMEMBERS + DRIFT * Math.sqrt(1 - REMEMBERS * REMEMBERS) * random.nextGaussian();
            if (silent[day] || random.nextDouble() < habits.gaps() / 7) {
                continue;
            }
            for (int probe = 0; probe < probes; probe++) {
                long offset = DAY / 24 + probe * (DAY / 4) + random.nextInt((int) (DAY / 12));
                Instant at = Samples.START.plusMillis(day * DAY + offset);
                results.add(
                        random.nextDouble() < chance[day]
                                ? Samples.success(model, at, latency(median + drift, spread))
                                : failure(model, at, slow, refused));
            }
        }
    }

    private double[] constant(double chance) {
        double[] chances = new double[habits.days()];
        Arrays.fill(chances, chance);
        return chances;
    }

    /** Up and down by turns, within the time it is alive, and mostly down while its provider is. */
    private double[] working(int upstream) {
        boolean flaky = random.nextDouble() < habits.flaky();
        double answersUp = flaky ? 0.3 + 0.4 * random.nextDouble() : 0.85 + 0.14 * random.nextDouble();
        double up = habits.upDays() * Math.exp(0.7 * random.nextGaussian());
        double down = habits.downDays() * Math.exp(0.7 * random.nextGaussian());
        int born = random.nextDouble() < habits.turnover() ? random.nextInt(habits.days()) : 0;
        int dies = random.nextDouble() < habits.turnover() ? random.nextInt(habits.days()) : habits.days();
        boolean isUp = random.nextDouble() < up / (up + down);
        double[] chances = new double[habits.days()];
        for (int day = 0; day < chances.length; day++) {
            isUp = random.nextDouble() < 1 - Math.exp(-1 / (isUp ? up : down)) ? !isUp : isUp;
            boolean alive = day >= born && day < Math.max(dies, born);
            chances[day] = alive && isUp ? answersUp * (outage[upstream][day] ? 0.08 : 1) : habits.luck();
        }
        return chances;
    }

    private long latency(double median, double spread) {
        double tail = random.nextDouble() < habits.tail() ? 2 * -Math.log(1 - random.nextDouble()) : 0;
        return Math.clamp(Math.round(Math.exp(median + spread * random.nextGaussian() + tail)), 150, 110_000);
    }

    private TestResult failure(ModelId model, Instant at, boolean slow, boolean refused) {
        double kind = random.nextDouble();
        if (slow && kind < 0.7) {
            return Samples.failure(model, at, FailureKind.TIMEOUT, 30_000 + random.nextInt(30_000));
        }
        if (refused && kind < 0.8) {
            return Samples.failure(model, at, FailureKind.NO_ENDPOINTS, 100 + random.nextInt(400));
        }
        return kind < 0.85
                ? Samples.failure(model, at, FailureKind.UPSTREAM_RATE_LIMITED, 200 + random.nextInt(2_000))
                : Samples.failure(model, at, FailureKind.PROVIDER_ERROR, 500 + random.nextInt(4_000));
    }
}
