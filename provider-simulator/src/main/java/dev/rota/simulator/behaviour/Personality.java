package dev.rota.simulator.behaviour;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Behaviour for a model of which the scenario says nothing: drawn from what free models are like. About a third are
 * fast and steady, some are slow, some are often rate-limited upstream, some are listed and do not work at all.
 */
public final class Personality {
    private static final String[] PROVIDERS = {"Simulated East", "Simulated West", "Simulated North"};

    private Personality() {}

    /** The same behaviour for the same seed and model, every time. */
    public static Behaviour of(long seed, String model) {
        RandomGenerator random = Seeds.of(seed, model, -1);
        double kind = random.nextDouble();
        if (kind < 0.35) {
            return alive(random, 200, 700, 90, 0.97);
        }
        if (kind < 0.65) {
            return alive(random, 500, 1_500, 60, 0.93);
        }
        if (kind < 0.78) {
            return alive(random, 1_500, 4_000, 40, 0.9);
        }
        if (kind < 0.92) {
            return alive(random, 300, 1_500, 60, 0.3 + 0.4 * random.nextDouble());
        }
        return dead(random);
    }

    private static Behaviour alive(RandomGenerator random, int fastest, int slowest, double rate, double success) {
        var median = Duration.ofMillis(random.nextInt(fastest, slowest));
        double skill = 0.55 + 0.45 * random.nextDouble();
        return new Behaviour(
                new Delay.Lognormal(median, 0.2 + 0.4 * random.nextDouble()),
                rate * (0.7 + random.nextDouble()),
                Math.min(1, success + 0.03 * random.nextDouble()),
                Mixture.of(usualFailures()),
                new Delay.Lognormal(Duration.ofMillis(200), 0.5),
                Mixture.of(answers(skill)),
                random.nextDouble() < 0.25 ? 30 + random.nextInt(60) : 0,
                quirks(random),
                ToolUse.AUTO,
                provider(random));
    }

    /** Listed, and good for nothing. */
    private static Behaviour dead(RandomGenerator random) {
        FailureShape[] ways = {
            FailureShape.NO_ENDPOINTS_FOUND,
            FailureShape.FREE_PERIOD_ENDED,
            FailureShape.UNAVAILABLE_FOR_FREE,
            FailureShape.DATA_POLICY,
            FailureShape.HTML_502,
            FailureShape.UPSTREAM_429
        };
        Behaviour base = alive(random, 200, 900, 60, 0);
        return base.failing(Mixture.only(ways[random.nextInt(ways.length)]));
    }

    private static Map<FailureShape, Double> usualFailures() {
        Map<FailureShape, Double> weights = new EnumMap<>(FailureShape.class);
        weights.put(FailureShape.UPSTREAM_429, 50.0);
        weights.put(FailureShape.UPSTREAM_429_IN_200, 8.0);
        weights.put(FailureShape.PROVIDER_502, 12.0);
        weights.put(FailureShape.OVERLOADED_503, 10.0);
        weights.put(FailureShape.HTML_502, 4.0);
        weights.put(FailureShape.ERROR_AFTER_FIRST_TOKEN, 5.0);
        weights.put(FailureShape.CUT_MIDSTREAM, 4.0);
        weights.put(FailureShape.EMPTY_CONTENT, 4.0);
        weights.put(FailureShape.REASONING_WITHOUT_ANSWER, 3.0);
        return weights;
    }

    private static Map<Quality, Double> answers(double skill) {
        Map<Quality, Double> weights = new EnumMap<>(Quality.class);
        weights.put(Quality.RIGHT, skill);
        weights.put(Quality.PARTLY, 0.6 * (1 - skill));
        weights.put(Quality.WRONG, 0.4 * (1 - skill));
        return weights;
    }

    private static Set<Quirk> quirks(RandomGenerator random) {
        Set<Quirk> quirks = EnumSet.of(Quirk.COMMENTS);
        if (random.nextDouble() < 0.3) {
            quirks.add(Quirk.LEADING_SPACE);
        }
        if (random.nextDouble() < 0.3) {
            quirks.add(Quirk.USAGE_WITHOUT_CHOICES);
        }
        return quirks;
    }

    private static String provider(RandomGenerator random) {
        return PROVIDERS[random.nextInt(PROVIDERS.length)];
    }
}
