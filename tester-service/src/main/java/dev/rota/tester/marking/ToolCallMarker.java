package dev.rota.tester.marking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Printable;
import dev.rota.tester.grading.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a model called a tool as it should. Of several calls of the tool, the first counts. */
final class ToolCallMarker {
    private static final int EXCERPT = 120;

    private final JsonSchemas schemas;

    ToolCallMarker(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    List<Check> mark(Grader.CallsTool grader, List<ToolCall> calls) {
        Optional<ToolCall> call =
                calls.stream().filter(c -> c.name().equals(grader.tool())).findFirst();
        Optional<JsonNode> arguments =
                call.flatMap(c -> JsonValues.parse(c.arguments())).filter(JsonNode::isObject);
        List<Check> checks = new ArrayList<>();
        checks.add(TextMarker.check("calls " + grader.tool(), call.isPresent(), called(calls)));
        checks.add(valid(grader, call, arguments));
        JsonValues.parse(grader.arguments()).stream()
                .flatMap(expected -> expected.properties().stream())
                .forEach(expected -> checks.add(argument(expected, arguments)));
        return checks;
    }

    private Check valid(Grader.CallsTool grader, Optional<ToolCall> call, Optional<JsonNode> arguments) {
        String schema = grader.schema();
        Optional<String> problem = arguments.isEmpty()
                ? Optional.of(call.map(c -> "no JSON object: " + Printable.of(c.arguments(), EXCERPT))
                        .orElse("there is no such call"))
                : schema == null ? Optional.empty() : schemas.mismatch(schema, arguments.get());
        return TextMarker.check("gives valid arguments", problem.isEmpty(), problem.orElse(""));
    }

    private static Check argument(Map.Entry<String, JsonNode> expected, Optional<JsonNode> arguments) {
        Optional<JsonNode> actual = arguments.map(given -> given.get(expected.getKey()));
        return TextMarker.check(
                "gives %s = %s".formatted(expected.getKey(), expected.getValue()),
                actual.isPresent() && JsonValues.equal(expected.getValue(), actual.get(), 0),
                "it gives " + Printable.of(actual.map(JsonNode::toString).orElse("none"), EXCERPT));
    }

    private static String called(List<ToolCall> calls) {
        return calls.isEmpty()
                ? "it calls no tool"
                : "it calls "
                        + Printable.of(calls.stream().map(ToolCall::name).collect(Collectors.joining(", ")), EXCERPT);
    }
}
