package dev.rota.ranking.backtest;

import dev.rota.domain.result.TestResult;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Prints how the stock policy and the baselines do on many synthetic histories: arguments are first seed and number.
 */
final class SyntheticBacktest {
    private SyntheticBacktest() {}

    static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        int seeds = Integer.parseInt(args[1]);
        print("each for itself, daily", Duration.ofDays(1), SyntheticHistory::of, first, seeds);
        print("failing together, daily", Duration.ofDays(1), SyntheticHistory::together, first, seeds);
        print("each for itself, hourly", Duration.ofHours(1), SyntheticHistory::hourly, first, Math.max(1, seeds / 4));
    }

    private static void print(
            String title, Duration every, LongFunction<List<TestResult>> history, long first, int seeds) {
        List<BacktestReport> reports = LongStream.range(first, first + seeds)
                .mapToObj(seed -> backtest(history.apply(seed), every))
                .toList();
        System.out.println(title + ", seeds " + first + " to " + (first + seeds - 1));
        print(reports);
    }

    static BacktestReport backtest(List<TestResult> history, Duration every) {
        List<Contender> contenders = new ArrayList<>();
        Baseline.NAMES.forEach(name -> contenders.add(Baseline.named(name).orElseThrow()));
        contenders.add(new PolicyContender(StockPolicies.named("speed").orElseThrow(), Estimator.standard(), Map.of()));
        return new Backtest(BacktestConfig.every(every)).run(history, contenders);
    }

    private static void print(List<BacktestReport> reports) {
        double hindsight = reports.stream()
                .mapToDouble(BacktestReport::hindsightMeanMs)
                .average()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%-14s %8.2f s%n", "hindsight", hindsight / 1000);
        for (int i = 0; i < reports.getFirst().policies().size(); i++) {
            int at = i;
            List<PolicyScore> scores =
                    reports.stream().map(report -> report.policies().get(at)).toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-14s mean %6.2f s  p95 %6.2f s  gave up %5.2f  first try %.3f  changes/bucket %.3f%n",
                    scores.getFirst().policy(),
                    scores.stream()
                                    .mapToDouble(PolicyScore::meanTimeToSuccessMs)
                                    .average()
                                    .orElseThrow()
                            / 1000,
                    scores.stream()
                                    .mapToDouble(PolicyScore::p95TimeToSuccessMs)
                                    .average()
                                    .orElseThrow()
                            / 1000,
                    scores.stream().mapToDouble(PolicyScore::gaveUp).average().orElseThrow(),
                    scores.stream()
                            .mapToDouble(PolicyScore::firstTrySuccess)
                            .average()
                            .orElseThrow(),
                    scores.stream()
                            .mapToDouble(score -> score.primaryChanges() / (double) score.buckets())
                            .average()
                            .orElseThrow());
        }
    }
}
