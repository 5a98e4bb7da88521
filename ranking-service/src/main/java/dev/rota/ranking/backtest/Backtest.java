package dev.rota.ranking.backtest;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;

/**
 * Replays history bucket by bucket. Before a bucket each contender orders the models on the evidence of the buckets
 * before; in it, a model's outcome is its first result there that counts, and a caller tries the order until a success.
 * Failures of the account or of the network say nothing of a model and are no outcome.
 */
public final class Backtest {
    private final BacktestConfig config;

    public Backtest(BacktestConfig config) {
        this.config = config;
    }

    /** Scores the contenders on results in any order. */
    public BacktestReport run(Collection<TestResult> results, List<Contender> contenders) {
        return run(results, contenders, _ -> {});
    }

    /** The same, telling the share that is done, from 0 to 1. */
    public BacktestReport run(Collection<TestResult> results, List<Contender> contenders, DoubleConsumer progress) {
        var buckets = History.buckets(History.sorted(results), config.every().toMillis());
        List<Scorer> scorers = contenders.stream()
                .map(contender -> new Scorer(contender, config.giveUp().toMillis()))
                .toList();
        double hindsight = 0;
        int scored = 0;
        int withOutcome = 0;
        int done = 0;
        for (Map.Entry<Long, List<TestResult>> bucket : buckets.entrySet()) {
            Map<ModelId, TestResult> outcomes = outcomes(bucket.getValue());
            if (!outcomes.isEmpty() && ++withOutcome > config.warmUp()) {
                Instant at = Instant.ofEpochMilli(bucket.getKey());
                scorers.forEach(scorer -> scorer.score(at, outcomes));
                hindsight += fastest(outcomes).orElse(config.giveUp().toMillis());
                scored++;
            }
            scorers.forEach(scorer -> scorer.observe(bucket.getValue()));
            progress.accept(++done / (double) buckets.size());
        }
        return new BacktestReport(scorers.stream().map(Scorer::result).toList(), scored == 0 ? 0 : hindsight / scored);
    }

    private static Map<ModelId, TestResult> outcomes(List<TestResult> bucket) {
        Map<ModelId, TestResult> first = new HashMap<>();
        bucket.stream().filter(History::counts).forEach(result -> first.putIfAbsent(result.model(), result));
        return first;
    }

    private static OptionalLong fastest(Map<ModelId, TestResult> outcomes) {
        return outcomes.values().stream()
                .filter(TestResult::succeeded)
                .mapToLong(TestResult::latencyMs)
                .min();
    }
}
