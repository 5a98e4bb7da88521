package dev.rota.discovery.month;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A free model as it behaves in the wild: a typical latency that drifts, good and bad spells of hours to days, and a
 * life of weeks. All of it is drawn from the seed when the model is made, so it is the same whoever looks at it, and
 * when.
 */
final class SimulatedModel {
    private static final int HOURS = 24 * 32;
    private static final double MEAN_LIFE_HOURS = 24 * 70.0;

    final String id;
    final int bornHour;
    final int goneHour;
    private final double[] chance = new double[HOURS];
    private final double[] medianMs = new double[HOURS];
    private final long seed;

    SimulatedModel(String id, int bornHour, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.id = id;
        this.seed = seed;
        this.bornHour = bornHour;
        this.goneHour = bornHour + 1 + (int) (-Math.log(1 - random.nextDouble()) * MEAN_LIFE_HOURS);
        double usual = random.nextDouble() < 0.25 ? 0.05 : 0.6 + 0.39 * random.nextDouble();
        double median = Math.exp(Math.log(600) + random.nextDouble() * Math.log(40));
        boolean good = random.nextDouble() < 0.8;
        for (int hour = 0; hour < HOURS; hour++) {
            // Good spells last three days on average, bad ones half a day.
            good = good ? random.nextDouble() > 1 / 72.0 : random.nextDouble() < 1 / 12.0;
            median *= Math.exp(0.05 * random.nextGaussian());
            chance[hour] = good ? usual : usual * 0.15;
            medianMs[hour] = median;
        }
    }

    boolean there(Instant start, Instant at) {
        int hour = hour(start, at);
        return hour >= bornHour && hour < goneHour;
    }

    double chance(Instant start, Instant at) {
        return there(start, at) ? chance[hour(start, at)] : 0;
    }

    /** The index of contract section 4 as only the simulation can know it. */
    double trueIndexMs(Instant start, Instant at) {
        double p = chance(start, at);
        return p == 0 ? Double.MAX_VALUE : 1.13 * medianMs[hour(start, at)] + failureMs() * (1 - p) / p;
    }

    /** What a call at the time would meet: its latency in milliseconds, negative if it fails after that long. */
    double call(Instant start, Instant at) {
        SplittableRandom random = new SplittableRandom(seed ^ at.toEpochMilli() * 0x9E3779B97F4A7C15L);
        if (random.nextDouble() >= chance(start, at)) {
            return -(there(start, at) ? failureMs() : 300);
        }
        return medianMs[hour(start, at)] * Math.exp(0.5 * random.nextGaussian());
    }

    /** Some fail at once, some keep the caller waiting. */
    private double failureMs() {
        return (seed & 3) == 0 ? 30_000 : 1_500;
    }

    private static int hour(Instant start, Instant at) {
        return (int) Math.min(HOURS - 1, Duration.between(start, at).toHours());
    }
}
