package dev.rota.ranking.backtest;

import dev.rota.domain.result.TestResult;
import dev.rota.ranking.backtest.HardHabits.Kind;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Prints how the stock policy and the baselines do on many synthetic histories: arguments are first seed and number.
 * With {@code hard} as a third, on those as hard as a real one, and beside them the plain index and one that knows the
 * true chances.
 */
final class SyntheticBacktest {
    private SyntheticBacktest() {}

    static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        int seeds = Integer.parseInt(args[1]);
        if (args.length > 2 && args[2].equals("hard")) {
            printHard(first, seeds);
            return;
        }
        print("each for itself, daily", Duration.ofDays(1), SyntheticHistory::of, first, seeds);
        print("failing together, daily", Duration.ofDays(1), SyntheticHistory::together, first, seeds);
        print("each for itself, hourly", Duration.ofHours(1), SyntheticHistory::hourly, first, Math.max(1, seeds / 4));
    }

    private static void printHard(long first, int seeds) {
        List<BacktestReport> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<BacktestReport> reports = LongStream.range(first, first + seeds)
                    .parallel()
                    .mapToObj(seed -> hard(kind, seed))
                    .toList();
            System.out.println(kind + ", seeds " + first + " to " + (first + seeds - 1));
            print(reports);
            all.addAll(reports);
        }
        System.out.println("all of them");
        print(all);
        System.out.printf(
                Locale.ROOT,
                "speed is ahead of success-first in the mean in %.0f %% of the worlds, in p95 in %.0f %%%n",
                100 * ahead(all, PolicyScore::meanTimeToSuccessMs),
                100 * ahead(all, PolicyScore::p95TimeToSuccessMs));
    }

    private static double ahead(List<BacktestReport> reports, ToDoubleFunction<PolicyScore> figure) {
        return reports.stream()
                .mapToDouble(report -> figure.applyAsDouble(score(report, "speed"))
                                < figure.applyAsDouble(score(report, "success-first"))
                        ? 1
                        : 0)
                .average()
                .orElseThrow();
    }

    static PolicyScore score(BacktestReport report, String policy) {
        return report.policies().stream()
                .filter(score -> score.policy().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    private static void print(
            String title, Duration every, LongFunction<List<TestResult>> history, long first, int seeds) {
        List<BacktestReport> reports = LongStream.range(first, first + seeds)
                .mapToObj(seed -> backtest(history.apply(seed), every))
                .toList();
        System.out.println(title + ", seeds " + first + " to " + (first + seeds - 1));
        print(reports);
    }

    static BacktestReport hard(Kind kind, long seed) {
        HardHistory.World world = HardHistory.of(kind, seed);
        List<Contender> contenders = contenders();
        List.of(3, 7, 14, 30).forEach(days -> contenders.add(new IndexSketch(Duration.ofDays(days))));
        contenders.add(new TrueChance(world.chances()));
        return new Backtest(BacktestConfig.every(Duration.ofDays(1))).run(world.results(), contenders);
    }

    static BacktestReport backtest(List<TestResult> history, Duration every) {
        return new Backtest(BacktestConfig.every(every)).run(history, contenders());
    }

    private static List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        Baseline.NAMES.forEach(name -> contenders.add(Baseline.named(name).orElseThrow()));
        contenders.add(new PolicyContender(StockPolicies.named("speed").orElseThrow(), Estimator.standard(), Map.of()));
        return contenders;
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
