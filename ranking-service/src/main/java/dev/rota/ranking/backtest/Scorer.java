package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contender's times, bucket by bucket. */
final class Scorer {
    private final Contender contender;
    private final long giveUpMs;
    private final List<Double> times = new ArrayList<>();
    private int gaveUp;
    private int firstTries;
    private int primaryChanges;
    private @Nullable ModelId primary;

    Scorer(Contender contender, long giveUpMs) {
        this.contender = contender;
        this.giveUpMs = giveUpMs;
    }

    void observe(List<TestResult> bucket) {
        bucket.forEach(contender::observe);
    }

    void score(Instant at, Map<ModelId, TestResult> outcomes) {
        List<ModelId> order = contender.order(at);
        countPrimary(order);
        List<TestResult> tries =
                order.stream().filter(outcomes::containsKey).map(outcomes::get).toList();
        double time = 0;
        for (int i = 0; i < tries.size(); i++) {
            TestResult outcome = tries.get(i);
            time += outcome.latencyMs();
            if (outcome.succeeded()) {
                firstTries += i == 0 ? 1 : 0;
                times.add(time);
                return;
            }
        }
        gaveUp++;
        times.add(time + giveUpMs);
    }

    PolicyScore result() {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        return new PolicyScore(
                contender.name(),
                n,
                n == 0 ? 0 : Arrays.stream(sorted).sum() / n,
                quantile(sorted, 0.5),
                quantile(sorted, 0.95),
                gaveUp,
                n == 0 ? 0 : firstTries / (double) n,
                primaryChanges);
    }

    private void countPrimary(List<ModelId> order) {
        ModelId first = order.isEmpty() ? null : order.getFirst();
        if (!times.isEmpty() && first != null && !first.equals(primary)) {
            primaryChanges++;
        }
        primary = first == null ? primary : first;
    }

    /** Nearest rank: the least value at or below which at least that share lies. */
    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
