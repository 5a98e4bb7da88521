package dev.rota.simulator.behaviour;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A distribution of waiting times. */
public sealed interface Delay {
    /** No wait at all. */
    Delay NONE = new Fixed(Duration.ZERO);

    /** One waiting time. */
    Duration sample(RandomGenerator random);

    /** Always the same. */
    record Fixed(Duration value) implements Delay {
        public Fixed {
            notNegative("value", value);
        }

        @Override
        public Duration sample(RandomGenerator random) {
            return value;
        }
    }

    /** Anything from {@code min} to {@code max}, all equally likely. */
    record Uniform(Duration min, Duration max) implements Delay {
        public Uniform {
            notNegative("min", min);
            if (max.compareTo(min) < 0) {
                throw new IllegalArgumentException("max must be min (" + min + ") or more, not " + max);
            }
        }

        @Override
        public Duration sample(RandomGenerator random) {
            long span = max.minus(min).toNanos();
            return min.plusNanos(Math.round(span * random.nextDouble()));
        }
    }

    /**
     * Log-normal, the usual form of response times: half of them below {@code median}, a long tail above.
     *
     * @param sigma the spread of the logarithm; 0.3 is steady, 1 is wild
     */
    record Lognormal(Duration median, double sigma) implements Delay {
        public Lognormal {
            notNegative("median", median);
            if (!(sigma >= 0 && sigma <= 5)) {
                throw new IllegalArgumentException("sigma must be from 0 to 5, not " + sigma);
            }
        }

        @Override
        public Duration sample(RandomGenerator random) {
            return Duration.ofNanos(Math.round(median.toNanos() * Math.exp(sigma * random.nextGaussian())));
        }
    }

    private static void notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + " must be 0 or more, not " + value);
        }
    }
}
