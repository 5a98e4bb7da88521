package dev.rota.tester.suitecheck;

import dev.rota.tester.grading.Grading;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suitefile.SuiteFileException;
import dev.rota.tester.suitefile.SuiteFiles;
import java.nio.file.Path;
import java.util.List;

/** Validates a suite file and grades the example answers in it. */
public final class SuiteCheck {
    private final Grading grading;

    public SuiteCheck(Grading grading) {
        this.grading = grading;
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
