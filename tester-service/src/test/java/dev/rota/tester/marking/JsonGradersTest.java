package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonGradersTest {
    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\"},"
            + "\"s\":{\"type\":\"string\",\"pattern\":\"^(a+)+$\"}},\"required\":[\"n\"]}";

    private final JsonSchemas schemas = new JsonSchemas();
    private final JsonMarker json = new JsonMarker(schemas);
    private final ToolCallMarker tools = new ToolCallMarker(schemas);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\": 1}",
                "```json\n{\"n\": 1}\n```",
                "Here you are: {\"n\": 1.0} - anything else?",
                "```\n{\"n\":1,\"s\":\"aaa\"}\n```",
            })
    void findsJsonAndMatchesItsSchema(String text) {
        assertThat(json.mark(new Grader.Json(SCHEMA, null), text))
                .extracting(Check::passed)
                .containsExactly(true, true);
    }

    @Test
    void tellsWhereTheSchemaIsNotMatched() {
        List<Check> checks = json.mark(new Grader.Json(SCHEMA, "{\"n\":1}"), "{\"n\":\"1\"}");

        assertThat(checks).extracting(Check::passed).containsExactly(true, false, false);
        assertThat(checks.get(1).detail()).contains("/n").contains("integer");
        assertThat(checks.get(2).detail()).isEqualTo("it is {\"n\":\"1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no", "{\"n\":1", "{\"n\":1,\"n\":2}", "{'n':1}"})
    void passesNothingWithoutJson(String text) {
        assertThat(json.mark(new Grader.Json(SCHEMA, "{\"n\":1}"), text)).noneMatch(Check::passed);
    }

    @Test
    void survivesHostileJson() {
        assertThat(json.mark(new Grader.Json(SCHEMA, null), "[".repeat(100_000)))
                .noneMatch(Check::passed);
        assertThat(json.mark(new Grader.Json(SCHEMA, null), "{\"n\":1e999999999}"))
                .hasSize(2);
        assertThat(json.mark(new Grader.Json(SCHEMA, null), "{\"n\":1,\"s\":\"" + "a".repeat(60) + "!\"}"))
                .last()
                .matches(check -> !check.passed());
    }

    @Test
    void comparesValuesByTheirMeaning() {
        assertThat(JsonValues.equal("{\"a\":[1,2.0],\"b\":null}", "{\"b\":null,\"a\":[1.0,2]}", 0))
                .isTrue();
        assertThat(JsonValues.equal("1", "1.0000000001", 1e-9)).isTrue();
        assertThat(JsonValues.equal("0", "-0", 0)).isTrue();
        assertThat(JsonValues.equal("1", "\"1\"", 1)).isFalse();
        assertThat(JsonValues.equal("[1]", "[1,2]", 0)).isFalse();
        assertThat(JsonValues.equal("{\"a\":1}", "{\"a\":1,\"b\":2}", 0)).isFalse();
        assertThat(JsonValues.equal("1", "nothing", 0)).isFalse();
    }

    @Test
    void aSchemaThatIsNoneIsRefusedAndNothingIsFetched() {
        assertThat(schemas.problemWith(SCHEMA)).isEmpty();
        assertThat(schemas.problemWith("{\"type\":\"strin\"}")).isPresent();
        assertThat(schemas.problemWith("nonsense")).isPresent();
        assertThat(schemas.problemWith("{\"$ref\":\"https://example.org/schema.json\"}"))
                .isPresent();
    }

    @Test
    void aToolCallIsCheckedByNameArgumentsAndSchema() {
        Grader.CallsTool grader = new Grader.CallsTool("t", "{\"n\":1}", SCHEMA);

        assertThat(tools.mark(grader, List.of(call("t", "{\"n\":1}"))))
                .extracting(Check::passed)
                .containsExactly(true, true, true);
        assertThat(tools.mark(grader, List.of(call("t", "{\"n\":2}"))))
                .extracting(Check::passed)
                .containsExactly(true, true, false);
        assertThat(tools.mark(grader, List.of(call("t", "{\"n\":\"1\"}"))))
                .extracting(Check::passed)
                .containsExactly(true, false, false);
        assertThat(tools.mark(grader, List.of(call("t", "n=1"))))
                .extracting(Check::passed)
                .containsExactly(true, false, false);
        assertThat(tools.mark(grader, List.of(call("u", "{\"n\":1}")))).noneMatch(Check::passed);
        assertThat(tools.mark(grader, List.of())).noneMatch(Check::passed);
    }

    private static ToolCall call(String name, String arguments) {
        return new ToolCall("1", name, arguments);
    }
}
