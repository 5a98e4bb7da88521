package dev.rota.tester.suitefile;

import dev.rota.tester.grading.Answer;
import dev.rota.tester.suite.Example;
import java.util.Optional;

/** Reads an example answer and the quality it must get: a number, or a mapping with {@code min} and {@code max}. */
final class ExampleReader {
    private final Problems problems;

    ExampleReader(Problems problems) {
        this.problems = problems;
    }

    /** @param number which of the task's examples it is, from 1: its name if it has none */
    Optional<Example> read(Node node, int number) {
        Fields fields = Fields.of("an example", node, problems);
        String name = fields.optionalText("name").orElse("example " + number);
        Answer answer = new Answer(
                fields.optionalText("answer").orElse(""),
                TaskReader.toolCalls(fields, problems),
                fields.optionalText("finishReason").orElse("stop"));
        Optional<Range> quality = fields.required("quality").flatMap(given -> quality(fields, given));
        fields.finish();
        return quality.filter(_ -> !name.isEmpty())
                .flatMap(range ->
                        problems.attempt(node.line(), () -> new Example(name, answer, range.min(), range.max())));
    }

    private Optional<Range> quality(Fields fields, Node node) {
        if (!(node instanceof Node.Members)) {
            return fields.number("quality", 0, 1).map(exact -> new Range(exact, exact));
        }
        Fields range = Fields.of("quality", node, problems);
        Optional<Double> min = range.number("min", 0, 1);
        Optional<Double> max = range.number("max", 0, 1);
        range.finish();
        return Optional.of(new Range(min.orElse(0.0), max.orElse(1.0)));
    }

    private record Range(double min, double max) {}
}
