package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The index of contract section 4 with the plainest figures there are: exponentially faded counts and means, and a
 * prior of one success in five. No steadiness and no spread; what {@code speed} does beyond it has to pay.
 */
final class IndexSketch implements Contender {
    private static final double PRIOR = 1;
    private static final double PRIOR_RATE = 0.2;

    private final double halfLifeMs;
    private final Map<ModelId, Faded> models = new HashMap<>();

    IndexSketch(Duration halfLife) {
        halfLifeMs = halfLife.toMillis();
    }

    @Override
    public String name() {
        return "sketch " + Math.round(halfLifeMs / 86_400_000) + " d";
    }

    @Override
    public void observe(TestResult result) {
        if (History.counts(result)) {
            models.computeIfAbsent(result.model(), _ -> new Faded()).add(result);
        }
    }

    @Override
    public List<ModelId> order(Instant at) {
        return models.entrySet().stream()
                .filter(model -> model.getValue().successes > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<ModelId, Faded> model) ->
                                model.getValue().index(at.toEpochMilli()))
                        .thenComparing(Map.Entry::getKey))
                .limit(Policy.DEFAULT_SIZE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One model's sums, as of its newest result. */
    private final class Faded {
        private long at;
        private double successes;
        private double failures;
        private double latency;
        private double lost;

        void add(TestResult result) {
            double keeps = keeps(result.startedAt().toEpochMilli());
            at = result.startedAt().toEpochMilli();
            successes *= keeps;
            failures *= keeps;
            latency *= keeps;
            lost *= keeps;
            if (result.succeeded()) {
                successes++;
                latency += result.latencyMs();
            } else {
                failures++;
                lost += result.latencyMs();
            }
        }

        double index(long now) {
            double keeps = keeps(now);
            double p = (successes * keeps + PRIOR * PRIOR_RATE) / ((successes + failures) * keeps + PRIOR);
            double failure = failures > 0 ? lost / failures : 5_000;
            return latency / successes + failure * (1 - p) / p;
        }

        private double keeps(long now) {
            return Math.pow(2, -Math.max(0, now - at) / halfLifeMs);
        }
    }
}
