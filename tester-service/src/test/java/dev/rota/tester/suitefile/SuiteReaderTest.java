package dev.rota.tester.suitefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rota.tester.grading.CodeCheck;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.suite.Example;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suite.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteReaderTest {
    private static final String MINIMAL = """
            suite: mine
            tasks:
              - name: greet
                prompt: Say hello.
                graders:
                  - contains: hello
            """;

    @Test
    void aMinimalSuiteHasDefaults() throws Exception {
        Suite suite = read(MINIMAL);

        assertThat(suite.timeouts()).isEqualTo(Timeouts.DEFAULT);
        Task task = suite.tasks().getFirst();
        assertThat(task.maxTokens()).isNull();
        assertThat(task.temperature()).isNull();
        assertThat(task.graders()).containsExactly(new WeightedGrader(new Grader.Contains(List.of("hello"), false), 1));
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        Suite suite = read("""
                suite: full
                description: All of it.
                timeouts: {connect: 1s, firstToken: 2s, idle: 500ms, total: 1m}
                defaults: {maxTokens: 100, temperature: 0.5}
                tasks:
                  - name: all
                    system: Be brief.
                    temperature: 0
                    tools:
                      - {name: t, description: d, parameters: {type: object}}
                    messages:
                      - {role: user, content: Begin.}
                      - {role: assistant, toolCalls: [{id: c1, name: t, arguments: {a: 1}}]}
                      - {role: tool, toolCallId: c1, content: done}
                    prompt: Go on.
                    graders:
                      - {contains: [a, b], weight: 2}
                      - contains: {all: [C], ignoreCase: true}
                      - regex: "^x"
                      - regex: {pattern: x, whole: true}
                      - equals: "yes"
                      - equals: {text: "no", ignoreCase: true}
                      - number: 4
                      - number: {value: 4.5, tolerance: 0.1}
                      - json: {schema: {type: array}, equals: [1]}
                      - toolCall: {tool: t, arguments: {a: 1}}
                      - refusal: false
                      - length: {max: 10}
                      - javascript:
                          function: f
                          checks:
                            - {name: one, value: f(1), equals: 1, tolerance: 0.5, weight: 3}
                            - {name: two, throws: f(2), error: RangeError, message: no}
                            - {name: three, documented: true}
                            - {name: four, documented: ["@param"]}
                      - mutation: {function: g, right: "x => x", mutants: [{name: m, source: "x => -x"}]}
                    examples:
                      - {name: e, answer: a, quality: {min: 0.1}, toolCalls: [{name: t, arguments: "{"}]}
                """);

        Task task = suite.tasks().getFirst();
        assertThat(suite.timeouts().idle()).isEqualTo(Duration.ofMillis(500));
        assertThat(task.maxTokens()).isEqualTo(100);
        assertThat(task.temperature()).isEqualTo(0.0);
        assertThat(task.messages()).hasSize(5);
        assertThat(task.graders())
                .hasSize(14)
                .extracting(WeightedGrader::grader)
                .contains(
                        new Grader.CallsTool("t", "{\"a\":1}", "{\"type\":\"object\"}"),
                        new Grader.Json("{\"type\":\"array\"}", "[1]"),
                        new Grader.Length(0, 10),
                        new Grader.JavaScript(
                                "f",
                                List.of(
                                        new CodeCheck.Value("one", 3, "f(1)", "1", 0.5),
                                        new CodeCheck.Throws("two", 1, "f(2)", "RangeError", "no"),
                                        new CodeCheck.Documented("three", 1, List.of()),
                                        new CodeCheck.Documented("four", 1, List.of("@param")))));
        assertThat(task.examples().getFirst().minQuality()).isEqualTo(0.1);
    }

    @Test
    void reportsAllProblemsAtOnceWithTheirLines() {
        SuiteFileException e = refusal("""
                suite: bad
                timeots: {}
                timeouts:
                  idle: soon
                tasks:
                  - name: one
                    promt: Hi.
                    maxTokens: many
                    graders:
                      - contain: x
                      - regex: "("
                      - toolCall: {tool: nothing}
                      - javascript: {function: "a b", checks: []}
                      - json: {schema: {type: strin}}
                  - name: two
                    prompt: Hi.
                    temperature: 9
                    graders: []
                    examples:
                      - {name: e, quality: 2}
                  - prompt: Hi.
                    graders: [{equals: x, number: 3}]
                """);

        assertThat(e.problems().stream().map(Problem::toString))
                .containsExactly(
                        "line 2: unknown key \"timeots\" in the suite; did you mean \"timeouts\"?",
                        "line 4: \"soon\" is no duration; write a number and a unit (ms, s, m, h, d), such as 90s or 7d",
                        "line 6: a task needs a \"prompt\" or \"messages\"",
                        "line 7: unknown key \"promt\" in a task; did you mean \"prompt\"?",
                        "line 8: \"maxTokens\" of a task must be a whole number from 1 to 1000000, not \"many\"",
                        "line 10: there is no grader \"contain\"; did you mean \"contains\"?",
                        "line 11: \"(\" is no regular expression: Unclosed group",
                        "line 12: the task offers no tool \"nothing\"; add it to \"tools\"",
                        "line 13: \"a b\" is no name of a JavaScript function",
                        "line 13: \"checks\" of javascript needs at least one item",
                        e.problems().get(10).toString(),
                        "line 17: \"temperature\" of a task must be a number from 0 to 2, not 9",
                        "line 18: \"graders\" of a task needs at least one item",
                        "line 20: \"quality\" of an example must be a number from 0 to 1, not 2",
                        "line 21: a task needs \"name\"",
                        "line 22: an item of \"graders\" has exactly one grader; known are javascript, mutation, contains, "
                                + "regex, equals, number, json, toolCall, refusal, length");
        assertThat(e.problems().get(10).toString()).startsWith("line 14: the schema is no JSON Schema: /type");
        assertThat(e).hasMessageContaining("test.yaml:2: unknown key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                                  | line 1: the file is empty",
                "just text                           | line 1: the suite must be a mapping of keys to values, not text",
                "[1, 2]                              | line 1: the suite must be a mapping of keys to values, not a list",
                "suite: a                            | line 1: the suite needs \"tasks\"",
                "~suite: a\ntasks: {}~               | line 2: \"tasks\" of the suite must be a list, not a mapping",
                "~suite: a\ntasks: []~               | line 2: \"tasks\" of the suite needs at least one item",
                "~suite: a\nsuite: b\ntasks: []~     | line 2: \"suite\" was given before, on line 1",
                "~suite: a\ntasks:\n  - &x {}\n~     | line 3: anchors (&) and aliases (*) are not supported; write the value out",
                "~suite: a\n---\nsuite: b~           | line 3: a suite file holds one document, and here a second one begins",
            })
    void namesWhatIsWrong(String yaml, String problem) {
        assertThat(refusal(yaml).problems().stream().map(Problem::toString)).contains(problem);
    }

    @Test
    void textThatIsNoYamlIsReportedWithItsLine() {
        assertThat(refusal("suite: a\ntasks: [\n").problems())
                .singleElement()
                .matches(problem -> problem.line() >= 2 && problem.message().startsWith("not YAML: "));
    }

    @Test
    void twoTasksCannotHaveOneName() {
        String twice = MINIMAL + MINIMAL.substring(MINIMAL.indexOf("  - name"));

        assertThat(refusal(twice).problems())
                .containsExactly(new Problem(7, "there are two tasks with the name \"greet\""));
    }

    @Test
    void aTaskWithOtherErrorsCountsAsATwinToo() {
        String twice = MINIMAL + "  - name: greet\n    prompt: Hi.\n    graders: []\n";

        assertThat(refusal(twice).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "there are two tasks with the name \"greet\"", "\"graders\" of a task needs at least one item");
    }

    @Test
    void anExampleNeedsNoName() throws Exception {
        Suite suite = read(MINIMAL + "    examples: [{answer: hello, quality: 1}, {answer: bye, quality: 0}]\n");

        assertThat(suite.tasks().getFirst().examples())
                .extracting(Example::name)
                .containsExactly("example 1", "example 2");
    }

    @Test
    void theVersionChangesWithTheQuestionAndWithNothingElse() throws Exception {
        String version = read(MINIMAL).version();

        assertThat(version).matches("[0-9a-f]{12}");
        assertThat(read("# a comment\n" + MINIMAL + "    examples: [{name: e, answer: hello, quality: 1}]\n")
                        .version())
                .isEqualTo(version);
        assertThat(read(MINIMAL.replace("Say hello.", "Say hello!")).version()).isNotEqualTo(version);
        assertThat(read(MINIMAL.replace("contains: hello", "contains: hallo")).version())
                .isNotEqualTo(version);
    }

    @Test
    void aPromptMayLieBesideTheSuite() throws Exception {
        String yaml = MINIMAL.replace("prompt: Say hello.", "promptFile: hello.md");

        Suite suite = SuiteReader.read("test.yaml", yaml, name -> Optional.of("the text of " + name));

        assertThat(suite.tasks().getFirst().messages().getFirst().content()).isEqualTo("the text of hello.md");
        assertThatThrownBy(() -> read(yaml)).hasMessageContaining("there is no readable file \"hello.md\"");
    }

    private static Suite read(String yaml) throws SuiteFileException {
        return SuiteReader.read("test.yaml", yaml, _ -> Optional.empty());
    }

    private static SuiteFileException refusal(String yaml) {
        SuiteFileException e = catchThrowableOfType(SuiteFileException.class, () -> read(yaml));
        assertThat(e).isNotNull();
        return e;
    }
}
