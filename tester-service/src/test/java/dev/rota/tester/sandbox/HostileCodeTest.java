package dev.rota.tester.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile program costs, and what it can reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCodeTest {
    private static final SandboxLimits LIMITS =
            new SandboxLimits(Duration.ofMillis(400), Duration.ofMillis(1_000), 16L << 20, 64 << 10);
    /** For starting engines and for a busy machine; the limits themselves are what is under test. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Sandbox sandbox = new Sandbox(LIMITS, 1);

    @BeforeAll
    void warmUp() {
        run("function f() {}", "f()");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "const q = []; while (true) q.push(new Array(10000).fill(q))",
                "let s = 'x'; while (true) s += s",
                "new ArrayBuffer(2 ** 31)",
                "function g() { return g() + 1 } return g()",
                "return /^(a+)+$/.test('a'.repeat(50) + 'b')",
                "return 'x'.repeat(10_000_000)",
                "return JSON.stringify(new Array(10_000_000).fill('xxxx'))",
                "return new Array(1e9).fill(0)",
                "return Array.from({ length: 1e9 }, () => ({}))",
                "const o = {}; for (let i = 0; ; i++) o['k' + i] = i",
                "return { get a() { while (true) {} } }",
                "return new Proxy({}, { ownKeys() { while (true) {} } })",
                "return { toJSON() { while (true) {} }, get [Symbol.toStringTag]() { while (true) {} } }",
                "const e = new Error(); Object.defineProperty(e, 'message', { get() { while (true) {} } }); throw e",
                "throw new Proxy({}, { getPrototypeOf() { while (true) {} }, get() { while (true) {} } })",
                "return 2n ** 1000000000n",
                "return [].concat(...new Array(100000).fill(new Array(1000)))",
                "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return a",
                "try { while (true) {} } catch { return 1 } finally { while (true) {} }",
                "for (;;) { try { (function g() { g() })() } catch {} }",
                "Promise.resolve().then(function again() { return Promise.resolve().then(again) }); return 1",
            })
    void costsAtMostItsLimitsAndLeavesTheSandboxInOrder(String body) {
        long start = System.nanoTime();

        Run run = run("function f(x) { if (x) return 'fine'; " + body + " }", "f(1)", "f(0)", "f(1)");

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(LIMITS.total().plus(SLACK));
        assertThat(run.steps()).hasSize(3);
        assertThat(run.steps().getFirst()).isEqualTo(new Outcome.Value("\"fine\""));
        assertThat(run("function f() { return 7 }", "f()").steps()).containsExactly(new Outcome.Value("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "const q = []; while (true) q.push(new Array(10000).fill(q))",
                "(function g() { g() })()",
                "const g = () => Promise.resolve().then(g); g()",
            })
    void codeThatIsHostileWhileItLoadsIsStoppedToo(String code) {
        Run run = run(code + "\nfunction h() {}", "f()");

        assertThat(run.loaded()).isFalse();
        assertThat(run.steps()).isEmpty();
    }

    @Test
    void stepsAfterTheTimeIsUsedUpAreNotBegun() {
        Run run = run("function f() { while (true) {} }", "f()", "f()", "f()", "f()", "f()");

        assertThat(run.steps()).hasSize(5).first().isInstanceOf(Outcome.Stopped.class);
        assertThat(run.steps().getLast()).isEqualTo(new Outcome.NotRun());
    }

    @Test
    void nothingOfTheHostIsInReach() {
        Run run = run(
                "function f(name) { return typeof globalThis[name] }",
                "['require','process','std','os','fetch','Java','java','Packages','Polyglot','load','print','Deno','Bun',"
                        + "'java_invoke','Javy','plugin','XMLHttpRequest','WebAssembly','setTimeout','scriptArgs']"
                        + ".filter(name => f(name) !== 'undefined')");

        assertThat(run.steps()).containsExactly(new Outcome.Value("[]"));
    }

    @Test
    void modulesCannotBeImported() {
        String code = "globalThis.got = 'pending'; function f() { return got };"
                + "import('std').then(m => { got = 'loaded' }, e => { got = 'refused' })";

        // Isolated, for then loading ends, jobs included, before the first step begins.
        Run run = sandbox.run(new Program(code, "f", List.of("f()"), true));

        assertThat(run.steps()).containsExactly(new Outcome.Value("\"refused\""));
    }

    @Test
    void theHarnessCannotBeCalledReplacedOrRead() {
        Run run = run(
                "function f(g) { try { return String(g()) } catch (e) { return e.name } }",
                "f(() => rota('guess', 'step', 'f', ['1']))",
                "f(() => { 'use strict'; globalThis.rota = () => 1 })",
                "f(() => { 'use strict'; delete globalThis.rota })",
                "f(() => Object.defineProperty(globalThis, 'rota', { value: 1 }))",
                "f(() => /[0-9a-f]{8}-[0-9a-f]{4}/.test(rota.toString()))",
                "f(() => rota.caller)",
                "f(() => new Error().stack.length)",
                "f(() => { Error.stackTraceLimit = 50; Error.prepareStackTrace = (e, s) => s; return new Error().stack.length })");

        assertThat(run.steps().stream().map(Outcome::toString).toList())
                .containsExactly(
                        "Value[json=\"TypeError\"]",
                        "Value[json=\"TypeError\"]",
                        "Value[json=\"TypeError\"]",
                        "Value[json=\"TypeError\"]",
                        "Value[json=\"false\"]",
                        "Value[json=\"TypeError\"]",
                        "Value[json=\"0\"]",
                        "Value[json=\"0\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.stringify = () => '3'; JSON.parse = () => 3",
                "Object.is = () => true; Object.keys = () => ['3']; Array.isArray = () => true",
                "Object.prototype.toJSON = () => 3; Number.prototype.toJSON = () => 3; String.prototype.toJSON = () => 3",
                "Number.prototype.toString = () => '3'; Number.prototype.valueOf = () => 3; Object.prototype.valueOf = () => 3",
                "Function.prototype.call = Function.prototype.apply = Reflect.apply = () => 3",
                "Object.defineProperty(Array.prototype, '0', { get: () => 3, set() {} })",
                "Object.defineProperty(Object.prototype, 'value', { get: () => 3 })",
                "globalThis.Function = function () { return () => 3 }; globalThis.eval = () => 3",
                "Symbol.prototype[Symbol.toPrimitive] = Number.prototype[Symbol.toPrimitive] = () => 3",
                "Array.prototype[Symbol.iterator] = function* () { yield 3 }",
                "String.prototype.length = 3; String.prototype.concat = () => '3'; String.prototype.replace = () => '3'",
                "globalThis.console.log = () => 3; globalThis.java_invoke = () => 3",
                "Object.freeze = Object.defineProperty = x => x; globalThis.globalThis = { rota: () => 3 }",
            })
    void tamperingWithBuiltInsDoesNotChangeAReport(String tampering) {
        Run run = run(tampering + ";\nfunction f() { return 2 }", "f()");

        assertThat(run.steps()).containsExactly(new Outcome.Value("2"));
    }

    private Run run(String code, String... steps) {
        return sandbox.run(new Program(code, "f", List.of(steps), false));
    }
}
