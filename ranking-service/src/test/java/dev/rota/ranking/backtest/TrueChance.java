package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The index of contract section 4 by somebody who knows each day's true chances of success and only has to learn how
 * long answers and failures take: about as much as any estimate of the chance could gain.
 */
final class TrueChance implements Contender {
    private final Map<ModelId, double[]> chances;
    private final Map<ModelId, Times> models = new HashMap<>();

    TrueChance(Map<ModelId, double[]> chances) {
        this.chances = chances;
    }

    @Override
    public String name() {
        return "true chance";
    }

    @Override
    public void observe(TestResult result) {
        models.computeIfAbsent(result.model(), _ -> new Times()).add(result);
    }

    @Override
    public List<ModelId> order(Instant at) {
        int day = (int) Duration.between(Samples.START, at).toDays();
        Map<ModelId, Double> index = new HashMap<>();
        models.forEach(
                (model, times) -> index.put(model, times.index(Objects.requireNonNull(chances.get(model))[day])));
        return index.entrySet().stream()
                .sorted(Map.Entry.<ModelId, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(Policy.DEFAULT_SIZE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Sums, with a little of what is usual, in milliseconds. */
    private static final class Times {
        private double successes = 1;
        private double latency = 5_000;
        private double failures = 0.5;
        private double lost = 2_500;

        void add(TestResult result) {
            if (result.succeeded()) {
                successes++;
                latency += result.latencyMs();
            } else {
                failures++;
                lost += result.latencyMs();
            }
        }

        double index(double chance) {
            return latency / successes + lost / failures * (1 - chance) / Math.max(1e-6, chance);
        }
    }
}
