package dev.rota.tester.suitefile;

import java.util.List;
import java.util.stream.Collectors;

/** A suite file that cannot be used; says everything that is wrong with it. */
public final class SuiteFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<Problem> problems;

    SuiteFileException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> file + ":" + problem.line() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.file = file;
        this.problems = List.copyOf(problems);
    }

    /** The file, as it was named to the reader. */
    public String file() {
        return file;
    }

    /** In the order of the file; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
