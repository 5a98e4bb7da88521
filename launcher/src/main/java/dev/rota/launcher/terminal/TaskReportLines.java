package dev.rota.launcher.terminal;

import dev.rota.domain.result.Failure;
import dev.rota.tester.grading.Check;
import dev.rota.tester.worker.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of a task, for a person: times, checks, the beginning of the answer. */
public final class TaskReportLines {
    private TaskReportLines() {}

    public static List<String> of(TaskReport report, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        String task = report.result().task();
        lines.add("  " + (task == null ? "no task" : task) + "  " + outcome(report, terminal) + times(report));
        for (Check check : report.checks()) {
            lines.add("    " + (check.passed() ? terminal.green("pass") : terminal.red("fail")) + "  " + check.name()
                    + (check.passed() || check.detail().isEmpty() ? "" : ": " + check.detail()));
        }
        report.excerpt().lines().limit(6).forEach(line -> lines.add(terminal.dim("    | " + line)));
        return lines;
    }

    /** One line on all tasks of a probe. */
    public static String verdict(List<TaskReport> reports) {
        long answered =
                reports.stream().filter(report -> report.result().succeeded()).count();
        double quality = reports.stream()
                .map(report -> report.result().quality())
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return "  verdict: " + answered + " of " + reports.size() + " tasks answered, quality "
                + Figures.quality(quality);
    }

    private static String outcome(TaskReport report, Terminal terminal) {
        Failure failure = report.result().failure();
        if (failure == null) {
            return terminal.green("answered") + "  quality "
                    + Figures.quality(report.result().quality());
        }
        return terminal.red(failure.kind().name()) + " ("
                + failure.fault().name().toLowerCase(Locale.ROOT) + ")"
                + (failure.message() == null ? "" : "  " + failure.message().replaceAll("\\s+", " "));
    }

    private static String times(TaskReport report) {
        Long first = report.result().firstTokenMs();
        return "  " + Figures.millis((double) report.result().latencyMs())
                + (first == null ? "" : ", first token after " + Figures.millis((double) first))
                + (report.reasoningMs() == null ? "" : ", reasoning " + Figures.millis((double) report.reasoningMs()))
                + (report.tokensPerSecond() == null
                        ? ""
                        : String.format(Locale.ROOT, ", %.0f tokens/s", report.tokensPerSecond()));
    }
}
