package dev.rota.tester.marking;

import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.CodeCheck;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.sandbox.Outcome;
import dev.rota.tester.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs an answer's code and compares, on this side of the sandbox, what came of it with what should. */
final class JavaScriptMarker {
    private final Sandbox sandbox;

    JavaScriptMarker(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<Check> mark(Grader.JavaScript grader, String text) {
        List<String> steps =
                grader.checks().stream().flatMap(JavaScriptMarker::expression).toList();
        LoadedCode loaded = LoadedCode.run(sandbox, text, grader.function(), steps, false);
        if (!loaded.run().loaded()) {
            String problem = loaded.problem(grader.function());
            return grader.checks().stream()
                    .map(check -> new Check(check.name(), check.weight(), false, problem))
                    .toList();
        }
        Iterator<Outcome> outcomes = loaded.run().steps().iterator();
        List<Check> checks = new ArrayList<>();
        for (CodeCheck check : grader.checks()) {
            checks.add(
                    switch (check) {
                        case CodeCheck.Value value -> value(value, outcomes.next());
                        case CodeCheck.Throws expected -> thrown(expected, outcomes.next());
                        case CodeCheck.Documented expected ->
                            documented(expected, Comment.above(grader.function(), loaded.code()));
                    });
        }
        return checks;
    }

    private static Stream<String> expression(CodeCheck check) {
        return switch (check) {
            case CodeCheck.Value value -> Stream.of(value.expression());
            case CodeCheck.Throws expected -> Stream.of(expected.expression());
            case CodeCheck.Documented _ -> Stream.empty();
        };
    }

    private static Check value(CodeCheck.Value expected, Outcome outcome) {
        boolean passed = outcome instanceof Outcome.Value(String json)
                && JsonValues.equal(expected.equals(), json, expected.tolerance());
        String detail = "%s should be %s, but %s"
                .formatted(expected.expression(), expected.equals(), Outcomes.describe(outcome));
        return new Check(expected.name(), expected.weight(), passed, passed ? "" : detail);
    }

    private static Check thrown(CodeCheck.Throws expected, Outcome outcome) {
        String error = expected.error();
        String message = expected.message();
        boolean passed = outcome instanceof Outcome.Threw threw
                && (error == null || error.equals(threw.kind()) || error.equals(threw.name()))
                && (message == null || contains(threw.message(), message));
        String detail = "%s should throw %s%s, but %s"
                .formatted(
                        expected.expression(),
                        error == null ? "an error" : error,
                        message == null ? "" : " saying \"" + message + "\"",
                        Outcomes.describe(outcome));
        return new Check(expected.name(), expected.weight(), passed, passed ? "" : detail);
    }

    private static Check documented(CodeCheck.Documented expected, String comment) {
        List<String> missing = expected.mentions().stream()
                .filter(mention -> !contains(comment, mention))
                .toList();
        String detail = comment.isEmpty()
                ? "there is no comment directly above the function"
                : missing.isEmpty() ? "" : "the comment does not mention " + String.join(", ", missing);
        return new Check(expected.name(), expected.weight(), detail.isEmpty(), detail);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
