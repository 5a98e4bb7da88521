package dev.rota.tester.suitefile;

import dev.rota.tester.grading.CodeCheck;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Mutant;
import dev.rota.tester.sandbox.Program;
import java.util.List;
import java.util.Optional;

/** Reads the graders that run code. */
final class CodeGraderReader {
    private static final double MOST_WEIGHT = 1_000;
    /** Numbers computed in another order differ in the last digits. */
    private static final double ROUNDING = 1e-9;

    private final Problems problems;

    CodeGraderReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Grader> javaScript(Node node) {
        Fields fields = Fields.of("javascript", node, problems);
        Optional<String> function = function(fields);
        List<CodeCheck> checks = fields.someItems("checks").stream()
                .flatMap(item -> check(item).stream())
                .toList();
        fields.finish();
        return function.map(name -> new Grader.JavaScript(name, checks));
    }

    Optional<Grader> mutation(Node node) {
        Fields fields = Fields.of("mutation", node, problems);
        Optional<String> function = function(fields);
        String right = fields.text("right");
        List<Mutant> mutants =
                fields.someItems("mutants").stream().map(this::mutant).toList();
        fields.finish();
        return function.map(name -> new Grader.Mutation(name, right, mutants));
    }

    private Optional<String> function(Fields fields) {
        String name = fields.text("function");
        if (name.isEmpty() || Program.isName(name)) {
            return Optional.of(name).filter(given -> !given.isEmpty());
        }
        problems.add(fields.line("function"), "\"" + name + "\" is no name of a JavaScript function");
        return Optional.empty();
    }

    private Mutant mutant(Node node) {
        Fields fields = Fields.of("a mutant", node, problems);
        Mutant mutant = new Mutant(fields.text("name"), fields.text("source"));
        fields.finish();
        return mutant;
    }

    private Optional<CodeCheck> check(Node node) {
        Fields fields = Fields.of("a check", node, problems);
        String name = fields.text("name");
        double weight = fields.number("weight", 0, MOST_WEIGHT).orElse(1.0);
        Optional<String> value = fields.optionalText("value");
        Optional<String> expected = fields.optionalText("throws");
        Optional<Node> documented = fields.node("documented");
        long kinds = List.of(value, expected, documented).stream()
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            problems.add(node.line(), "a check has exactly one of \"value\", \"throws\" and \"documented\"");
            return Optional.empty();
        }
        Optional<CodeCheck> check = value.map(expression -> value(fields, name, weight, expression))
                .or(() -> expected.map(expression -> throwing(fields, name, weight, expression)))
                .or(() -> Optional.of(new CodeCheck.Documented(name, weight, mentions(fields))));
        fields.finish();
        return check;
    }

    private static CodeCheck value(Fields fields, String name, double weight, String expression) {
        String equals =
                fields.required("equals").map(node -> node.json().toString()).orElse("null");
        double tolerance = fields.number("tolerance", 0, Double.MAX_VALUE).orElse(ROUNDING);
        return new CodeCheck.Value(name, weight, expression, equals, tolerance);
    }

    private static CodeCheck throwing(Fields fields, String name, double weight, String expression) {
        return new CodeCheck.Throws(
                name,
                weight,
                expression,
                fields.optionalText("error").orElse(null),
                fields.optionalText("message").orElse(null));
    }

    /** {@code documented: true}, or a list of what the comment mentions. */
    private static List<String> mentions(Fields fields) {
        return fields.node("documented").filter(node -> node.json().isBoolean()).isPresent()
                ? List.of()
                : fields.items("documented").stream().map(Node::text).toList();
    }
}
