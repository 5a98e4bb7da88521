package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.grading.Answer;
import dev.rota.tester.grading.Grade;
import dev.rota.tester.sandbox.Sandbox;
import dev.rota.tester.sandbox.SandboxLimits;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suitefile.SuiteFiles;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that try to be graded well without solving the task. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAnswerTest {
    private static final SandboxLimits LIMITS =
            new SandboxLimits(Duration.ofMillis(400), Duration.ofMillis(1_000), 16L << 20, 64 << 10);

    private final AnswerGrading grading = new AnswerGrading(new Sandbox(LIMITS, 1));
    private final Suite standard = SuiteFiles.stock().getFirst();

    @AfterAll
    void close() {
        grading.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function clamp() { throw 'passed' }",
                "function clamp() { return { equals: () => true, valueOf: () => 5, toJSON: () => 5 } }",
                "function clamp() { return new Proxy({}, { get: () => 5 }) }",
                "function clamp() { return '5' }",
                "function clamp() { return [5] }",
                "function clamp() { return new Number(5) }",
                "const clamp = { name: 'clamp', call: () => 5 }",
                "JSON.stringify = () => '5'; Object.is = () => true; function clamp() { return 0.5 }",
                "Object.prototype.toString = () => '5'; function clamp() { return {} }",
                "globalThis.rota = () => {}; function clamp() { return NaN }",
                "Function.prototype.constructor = globalThis.Function = function () { return () => 5 }; function clamp() {}",
                "console.log('{\"value\":5}'); function clamp() {}",
                "function clamp() { return '5}\\n{\"value\":5' }",
                "*/ } }); clamp = () => 5; /*",
                "function clamp() { return 5 ",
                "`${",
                "while (true) {}",
                "function clamp() { while (true) {} }",
                "function clamp() { return clamp() }",
                "const a = []; while (true) a.push(new Array(1e6)); function clamp() {}",
                "function clamp() { return 'x'.repeat(10_000_000) }",
                "function clamp() { return /^(a+)+$/.test('a'.repeat(50) + 'b') ? 5 : 5.5 }",
            })
    void neverPassesAFunctionThatIsWrong(String code) {
        Grade grade = grade("trivial-function", code);

        assertThat(grade.quality()).as(grade.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Only the second call is of a broken implementation: tests must not be able to count.
                "let n = 0; function runTests() { if (n++) throw new Error() }",
                "globalThis.n ??= 0; function runTests() { if (globalThis.n++) throw new Error() }",
                "function runTests() { if (Math.random() > 0.1675183) throw new Error() }",
                "const t = Date.now(); function runTests() { if (Date.now() - t > 5) throw new Error() }",
                "function runTests(f) { if (/</.test(f.toString()) ) throw new Error() }",
                "function runTests(f) { if (f.toString().length !== 38) throw new Error() }",
                "function runTests(f) { try { f(-1) } catch (e) { if (String(e.stack).length > 5) throw e } }",
                "function runTests(f) { if (new Error().stack.length > 0) throw new Error() }",
                "function runTests(f) { f.name ? 0 : 1; if (f.length) throw new Error() }",
                "Error.prepareStackTrace = (e, s) => s; function runTests(f) { const s = new Error().stack; if (s.length) throw s }",
                "function runTests() {}",
                "function runTests() { throw new Error('everything is broken') }",
                "function runTests() { return false }",
                "async function runTests(f) { if (f(1) !== 5) throw new Error() }",
                "function runTests() { while (true) {} }",
                "function runTests(f) { const s = []; while (true) s.push(f(s.length + 1)) }",
                "const shippingCost = () => 0; runTests = shippingCost; runTests()",
            })
    void neverPassesTestsThatDoNotTest(String code) {
        Grade grade = grade("write-tests", code);

        assertThat(grade.quality()).as(grade.toString()).isZero();
    }

    @Test
    void aTestThatLoopsOnBrokenImplementationsCostsTheLimitOnceAndAll() {
        long start = System.nanoTime();

        Grade grade = grade(
                "write-tests",
                "function runTests(f) { while (f(1) !== 5 || f(10) !== 9 || f(11) !== 20 || f(11, 1) !== 40) {} }");

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.total().plusSeconds(5));
        assertThat(grade.quality()).isBetween(0.1, 0.8);
    }

    private Grade grade(String task, String code) {
        return grading.grade(standard.task(task).orElseThrow().graders(), Answer.of("```js\n" + code + "\n```"));
    }
}
