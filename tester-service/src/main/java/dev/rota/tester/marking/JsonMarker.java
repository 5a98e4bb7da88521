package dev.rota.tester.marking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** JSON in an answer, with or without a fence and chatter around it. */
final class JsonMarker {
    private static final int EXCERPT = 120;

    private final JsonSchemas schemas;

    JsonMarker(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    List<Check> mark(Grader.Json grader, String text) {
        Optional<JsonNode> found = find(text);
        List<Check> checks = new ArrayList<>();
        checks.add(TextMarker.check("is JSON", found.isPresent(), "there is no JSON in the answer"));
        Optional<String> mismatch = found.flatMap(value -> schemas.mismatch(grader.schema(), value));
        checks.add(TextMarker.check(
                "matches the schema",
                found.isPresent() && mismatch.isEmpty(),
                mismatch.orElse("there is no JSON in the answer")));
        String expected = grader.equal();
        if (expected != null) {
            String actual = found.map(JsonNode::toString).orElse("nothing");
            checks.add(TextMarker.check(
                    "is the expected value",
                    JsonValues.equal(expected, actual, 0),
                    "it is " + Printable.of(actual, EXCERPT)));
        }
        return checks;
    }

    /** All of the text, a fenced block, or what is between the first and the last bracket: the first that is JSON. */
    private static Optional<JsonNode> find(String text) {
        Stream<String> fenced = Fence.in(text).stream().map(Fence::content);
        return Stream.of(Stream.of(text), fenced, Stream.of(between(text, '{', '}'), between(text, '[', ']')))
                .flatMap(candidates -> candidates)
                .filter(candidate -> !candidate.isBlank())
                .flatMap(candidate -> JsonValues.parse(candidate).stream())
                .findFirst();
    }

    private static String between(String text, char open, char close) {
        int first = text.indexOf(open);
        int last = text.lastIndexOf(close);
        return first >= 0 && last > first ? text.substring(first, last + 1) : "";
    }
}
