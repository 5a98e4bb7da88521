package dev.rota.launcher.command;

import dev.rota.launcher.Context;
import dev.rota.launcher.Rota;
import dev.rota.tester.marking.AnswerGrading;
import dev.rota.tester.suitecheck.SuiteCheck;
import dev.rota.tester.suitecheck.SuiteReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "suite",
        description = "Suites of tasks.",
        subcommands = SuiteCommand.CheckCommand.class,
        footer = {"", "Examples: ./rota suite check my-suite.yaml", "          ./rota suite check standard"})
final class SuiteCommand extends Subcommand {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    SuiteCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with a suite: check");
    }

    @Command(name = "check", description = "Validate a suite and run its graders on the example answers given in it.")
    static final class CheckCommand extends Subcommand {
        @Parameters(
                paramLabel = "FILE",
                description = "A suite in YAML, or the name of a stock suite: standard, agent.")
        @SuppressWarnings("NullAway.Init") // required
        private String file;

        CheckCommand(Context context) {
            super(context);
        }

        @Override
        public Integer call() {
            try (AnswerGrading grading = AnswerGrading.standard()) {
                SuiteReport report = new SuiteCheck(grading).check(file);
                report.lines().forEach(this::print);
                return report.ok() ? Rota.DONE : Rota.FAILED;
            }
        }
    }
}
