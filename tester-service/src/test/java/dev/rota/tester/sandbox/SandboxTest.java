package dev.rota.tester.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SandboxTest {
    private final Sandbox sandbox = new Sandbox(SandboxLimits.DEFAULT, 2);

    @BeforeAll
    void warmUp() {
        run("function f() {}", "f()");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "f(1)                                | 2",
                "f('a')                              | \"a1\"",
                "[f(2), { a: f(3), b: null }]        | [3,{\"a\":4,\"b\":null}]",
                "f()                                 | {\"$\":\"NaN\"}",
                "1 / 0                               | {\"$\":\"Infinity\"}",
                "undefined                           | {\"$\":\"undefined\"}",
                "10n                                 | {\"$\":\"bigint\"}",
                "f                                   | {\"$\":\"function\"}",
                "new Map()                           | {\"$\":\"[object Map]\"}",
                "Promise.resolve(1)                  | {\"$\":\"[object Promise]\"}",
                "'x'.repeat(20000)                   | {\"$\":\"too long\"}",
                "new Array(6000).fill(1).length      | 6000",
                "(() => { const a = []; a[0] = a; return a[0][0].length })() | 1",
                "'\\u00e9\\n\"'                      | \"\u00e9\\n\\\"\"",
            })
    void reportsValuesAsJson(String expression, String json) {
        assertThat(run("function f(x) { return x + 1 }", expression).steps()).containsExactly(new Outcome.Value(json));
    }

    @Test
    void reportsAValueThatContainsItselfAsTooLarge() {
        Run run = run("const a = []; a.push(a, a); function f() { return a }", "f()");

        assertThat(run.steps()).singleElement().asString().contains("too large");
    }

    @Test
    void reportsWhatWasThrown() {
        Run run = run(
                "class Bad extends RangeError { constructor(m) { super(m); this.name = 'Bad' } }"
                        + "function f(x) { throw x === 'bad' ? new Bad('worse') : x }",
                "f(new TypeError('no'))",
                "f('bad')",
                "f('text')",
                "f(null)");

        assertThat(run.steps())
                .containsExactly(
                        new Outcome.Threw("TypeError", "TypeError", "no"),
                        new Outcome.Threw("RangeError", "Bad", "worse"),
                        new Outcome.Threw("", "", "text"),
                        new Outcome.Threw("", "", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "function f() { return 1 }",
                "const f = () => 1",
                "let f = async function () {}",
                "module.exports = { f: () => 1 }",
                "module.exports = () => 1",
                "exports.f = () => 1",
                "globalThis.f = () => 1",
                "'use strict'; function f() { return 1 }",
                "class f {}",
            })
    void findsTheFunctionHoweverItIsDefined(String code) {
        assertThat(run(code, "typeof f").steps()).containsExactly(new Outcome.Value("\"function\""));
    }

    @Test
    void tellsWhyCodeDoesNotLoad() {
        assertThat(run("function g() {}", "1").load()).isEqualTo(new Outcome.Value("false"));
        assertThat(run("function f( {", "1").load()).asString().contains("SyntaxError");
        assertThat(run("throw new Error('top')", "1").load()).isEqualTo(new Outcome.Threw("Error", "Error", "top"));
        assertThat(run("function f() {} /* never closed", "1").loaded()).isFalse();
    }

    @Test
    void stepsShareStateUnlessIsolated() {
        String code = "let n = 0; function f() { return ++n }";

        assertThat(values(sandbox.run(new Program(code, "f", List.of("f()", "f()"), false))))
                .containsExactly("1", "2");
        assertThat(values(sandbox.run(new Program(code, "f", List.of("f()", "f()"), true))))
                .containsExactly("1", "1");
    }

    @Test
    void everyRunSeesTheSameWorld() {
        String code = "globalThis.seen = (globalThis.seen || 0) + 1; Array.prototype.extra = 1;"
                + "function f() { return [seen, Date.now(), Math.random(), [].extra] }";

        List<String> first = values(run(code, "f()"));

        assertThat(IntStream.range(0, 5).mapToObj(_ -> values(run(code, "f()"))))
                .containsOnly(first);
        assertThat(values(run("function f() { return [typeof seen, [].extra === undefined] }", "f()")))
                .containsExactly("[\"undefined\",true]");
    }

    @Test
    void runsForManyCallersAtOnce() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Run>> runs = IntStream.range(0, 40)
                    .mapToObj(i -> callers.submit(() -> run("function f() { return " + i + " }", "f()")))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                assertThat(values(runs.get(i).get())).containsExactly(Integer.toString(i));
            }
        }
    }

    @Test
    void anInterruptedCallerStopsItsProgram() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run("while (true) {}", "1")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(values(run("function f() { return 1 }", "f()"))).containsExactly("1");
    }

    @Test
    void refusesAFunctionNameThatIsCode() {
        assertThatThrownBy(() -> new Program("", "f;g", List.of(), false))
                .hasMessage("\"f;g\" is no name of a JavaScript function");
    }

    private Run run(String code, String... steps) {
        return sandbox.run(new Program(code, "f", List.of(steps), false));
    }

    private static List<String> values(Run run) {
        return run.steps().stream()
                .map(outcome -> outcome instanceof Outcome.Value(String json) ? json : outcome.toString())
                .toList();
    }
}
