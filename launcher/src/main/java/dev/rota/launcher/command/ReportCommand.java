package dev.rota.launcher.command;

import dev.rota.export.ExportFile;
import dev.rota.launcher.Context;
import dev.rota.launcher.UserError;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.history.ReplayWindow;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.launcher.options.Policies;
import dev.rota.launcher.options.Sections;
import dev.rota.launcher.report.ReportMaker;
import dev.rota.launcher.report.TopicReports;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.report.Range;
import dev.rota.report.ReportFormat;
import dev.rota.report.content.Report;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description = {
            "The discovery report: what works and in what order, what changed, why requests failed, and what to do.",
            "Times are ISO 8601 (2026-08-22 or 2026-08-22T10:00:00Z) or ages (7d). Without --from it is about all of"
                    + " history, without --to about all until the newest evidence."
        },
        footer = {"", "Example: ./rota report --format html --from 7d --out report.html"})
final class ReportCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--format",
            paramLabel = "md|html|json",
            description = "How to write it. Default: as the name of --out ends, else md.")
    private @Nullable ReportFormat format;

    @Option(names = "--from", paramLabel = "TIME", description = "Begin here; results before count as evidence.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End here.")
    private @Nullable String to;

    @Option(names = "--rotation", paramLabel = "NAME", description = "Of which rotation. Default: speed.")
    private @Nullable String rotation;

    @Option(names = "--policy", paramLabel = "FILE|NAME", description = "Policy to use. Default: that of --rotation.")
    private @Nullable String policy;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "History: one result in JSON a line, plain or gzipped. Default: the topics.")
    private @Nullable Path input;

    @Option(names = "--skip-bad", description = "Bad lines are no failure.")
    private boolean skipBad;

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file. Default: standard output.")
    private @Nullable Path out;

    ReportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        ReplayWindow window = ReplayWindow.of(from, to, null, context().clock());
        Settings settings = connection.settings(context(), Map.of());
        HistoryInput history = new HistoryInput(context(), skipBad);
        ReportMaker maker = new ReportMaker(policy(settings), new Range(window.from(), window.until()));
        Report report;
        if (input == null) {
            var kafka = connection.kafka(context(), settings);
            settings.check(Sections.of(RankingConfig.SECTIONS), Sections.ALL);
            report = maker.ofTopics(kafka, context().terminal());
        } else {
            report = maker.ofFile(input, history, context().terminal());
        }
        deliver(format().write(report));
        return history.exitCode();
    }

    private Policy policy(Settings settings) {
        if (policy != null) {
            return Policies.policy(policy);
        }
        try {
            return TopicReports.policy(RankingConfig.read(settings).policies(), rotation);
        } catch (IllegalArgumentException e) {
            throw UserError.failed(String.valueOf(e.getMessage()));
        }
    }

    private ReportFormat format() {
        if (format != null || out == null) {
            return format == null ? ReportFormat.MD : format;
        }
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return ReportFormat.HTML;
        }
        return name.endsWith(".json") ? ReportFormat.JSON : ReportFormat.MD;
    }

    private void deliver(String text) {
        if (out == null) {
            context().terminal().out().print(text);
            context().terminal().out().flush();
            return;
        }
        try {
            new ExportFile(out).replace(text);
            say("written to " + out);
        } catch (IOException e) {
            throw UserError.failed("--out: " + out + " cannot be written: " + e);
        }
    }
}
