package dev.rota.tester.suitecheck;

import dev.rota.tester.grading.Check;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suitefile.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a suite file.
 *
 * @param file the file
 * @param suite the suite; null if the file has errors
 * @param problems the file's errors, in the order of the file
 * @param examples what each example answer got, in the order of the file
 */
public record SuiteReport(String file, @Nullable Suite suite, List<Problem> problems, List<ExampleReport> examples) {
    public SuiteReport {
        problems = List.copyOf(problems);
        examples = List.copyOf(examples);
    }

    /** Whether the file has no errors and every example got what it should. */
    public boolean ok() {
        return suite != null && problems.isEmpty() && examples.stream().allMatch(ExampleReport::asExpected);
    }

    /** The report for a person, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        problems.forEach(problem -> lines.add(file + ":" + problem.line() + ": " + problem.message()));
        Suite read = suite;
        if (read != null) {
            lines.add("%s: suite %s, version %s, %d tasks, %d examples"
                    .formatted(file, read.name(), read.version(), read.tasks().size(), examples.size()));
            examples.forEach(example -> lines.addAll(describe(example)));
            read.tasks().stream()
                    .filter(task -> task.examples().isEmpty())
                    .forEach(task ->
                            lines.add("note: task " + task.name() + " has no examples, so its graders were not tried"));
        }
        lines.add(ok() ? "ok" : "not ok");
        return lines;
    }

    private static List<String> describe(ExampleReport report) {
        List<String> lines = new ArrayList<>();
        double min = report.example().minQuality();
        double max = report.example().maxQuality();
        lines.add("%s %s: %s: quality %s%s"
                .formatted(
                        report.asExpected() ? "  ok  " : "  FAIL",
                        report.task(),
                        report.example().name(),
                        number(report.grade().quality()),
                        report.asExpected()
                                ? ""
                                : min == max
                                        ? ", should be " + number(min)
                                        : ", should be from " + number(min) + " to " + number(max)));
        if (!report.asExpected()) {
            for (Check check : report.grade().checks()) {
                String detail = check.detail().isEmpty() ? "" : ": " + check.detail();
                lines.add("           " + (check.passed() ? "passed  " : "failed  ") + check.name() + detail);
            }
        }
        return lines;
    }

    private static String number(double quality) {
        return String.format(Locale.ROOT, "%.3f", quality);
    }
}
