package dev.rota.launcher.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.time.DurationText;
import dev.rota.launcher.Context;
import dev.rota.launcher.UserError;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.options.Policies;
import dev.rota.launcher.terminal.Figures;
import dev.rota.launcher.terminal.ProgressBar;
import dev.rota.launcher.terminal.Table;
import dev.rota.ranking.backtest.Backtest;
import dev.rota.ranking.backtest.BacktestConfig;
import dev.rota.ranking.backtest.BacktestReport;
import dev.rota.ranking.backtest.Contender;
import dev.rota.ranking.backtest.PolicyScore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "backtest",
        description = {
            "How each policy would have served callers on a history.",
            "Baselines: fastest-last, mean-of-10, success-first, static."
        },
        footer = {"", "Example: ./rota backtest --input history.jsonl --policy speed static --every 1d"})
final class BacktestCommand extends Subcommand {
    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "History: one result in JSON a line, plain or gzipped.")
    @SuppressWarnings("NullAway.Init") // required
    private Path input;

    @Option(
            names = "--policy",
            arity = "1..*",
            paramLabel = "FILE|NAME",
            description = "Policy files, stock policies, baselines. Default: speed and all baselines.")
    private List<String> policies = List.of("speed", "fastest-last", "mean-of-10", "success-first", "static");

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Length of a bucket. Default: 1d.")
    private Duration every = Duration.ofDays(1);

    @Option(
            names = "--give-up",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Lost by a caller whom no model answers. Default: 120s.")
    private Duration giveUp = BacktestConfig.DEFAULT_GIVE_UP;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Buckets that are not scored. Default: ${DEFAULT-VALUE}.")
    private int warmUp = BacktestConfig.DEFAULT_WARM_UP;

    @Option(names = "--skip-bad", description = "Bad lines are no failure.")
    private boolean skipBad;

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    BacktestCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        BacktestConfig config = config();
        List<Contender> contenders = policies.stream().map(Policies::contender).toList();
        HistoryInput history = new HistoryInput(context(), skipBad);
        List<TestResult> results = history.all(input);
        BacktestReport report;
        try (ProgressBar bar =
                new ProgressBar(context().terminal().err(), context().terminal().live(), "backtest %", 100)) {
            report = new Backtest(config).run(results, contenders, done -> bar.show(Math.round(done * 100), ""));
        }
        if (json) {
            print(json(report));
        } else {
            table(report).lines().forEach(this::print);
            print("hindsight, the fastest success of each bucket: " + Figures.millis(report.hindsightMeanMs()));
        }
        return history.exitCode();
    }

    private BacktestConfig config() {
        try {
            return new BacktestConfig(every, giveUp, warmUp);
        } catch (IllegalArgumentException e) {
            throw UserError.usage(String.valueOf(e.getMessage()));
        }
    }

    private static Table table(BacktestReport report) {
        Table table =
                new Table("policy", ">buckets", ">mean", ">p50", ">p95", ">gave up", ">first try", ">primary changes");
        for (PolicyScore score : report.policies()) {
            table.row(
                    score.policy(),
                    Integer.toString(score.buckets()),
                    Figures.millis(score.meanTimeToSuccessMs()),
                    Figures.millis(score.p50TimeToSuccessMs()),
                    Figures.millis(score.p95TimeToSuccessMs()),
                    Integer.toString(score.gaveUp()),
                    Figures.percent(score.firstTrySuccess()),
                    Integer.toString(score.primaryChanges()));
        }
        return table;
    }

    // The component names are the contract's.
    private static String json(BacktestReport report) {
        try {
            return new ObjectMapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads {@code 1d}. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            try {
                return DurationText.parse(value);
            } catch (IllegalArgumentException e) {
                // Of any other exception the name of its class is told, too.
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
