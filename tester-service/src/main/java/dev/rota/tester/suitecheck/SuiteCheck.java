package dev.rota.tester.suitecheck;

import dev.rota.tester.grading.Grading;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suitefile.Problem;
import dev.rota.tester.suitefile.SuiteFileException;
import dev.rota.tester.suitefile.SuiteFiles;
import dev.rota.tester.suitefile.Suites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Validates a suite and grades the example answers in it. */
public final class SuiteCheck {
    private final Grading grading;

    public SuiteCheck(Grading grading) {
        this.grading = grading;
    }

    /** The report on a file or, where there is none of that name, on the stock suite of that name. */
    public SuiteReport check(String fileOrStock) {
        Path file = Path.of(fileOrStock);
        if (Files.exists(file)) {
            return check(file);
        }
        return Suites.stock()
                .find(fileOrStock)
                .map(suite -> check(fileOrStock, suite))
                .orElseGet(() -> {
                    String stock = String.join(", ", SuiteFiles.STOCK);
                    Problem missing = new Problem(
                            1, "there is no such file, nor a stock suite of this name (there are " + stock + ")");
                    return new SuiteReport(fileOrStock, null, List.of(missing), List.of());
                });
    }

    /** The report on a file, whatever is wrong with it. */
    public SuiteReport check(Path file) {
        try {
            return check(file.toString(), SuiteFiles.read(file));
        } catch (SuiteFileException e) {
            return new SuiteReport(file.toString(), null, e.problems(), List.of());
        }
    }

    /**
     * The report on a suite that was read.
     *
     * @param file what to call it
     */
    public SuiteReport check(String file, Suite suite) {
        List<ExampleReport> examples = suite.tasks().stream()
                .flatMap(task -> task.examples().stream()
                        .map(example -> new ExampleReport(
                                task.name(), example, grading.grade(task.graders(), example.answer()))))
                .toList();
        return new SuiteReport(file, suite, List.of(), examples);
    }
}
