package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "function f(a: number, b?: string): number { return a }      | function f(a, b) { return a }",
                "const f = (a: number[], b: Array<string>): void => {}       | const f = (a, b) => {}",
                "function f<T>(a: T[]): T { return a[0] }                    | function f(a) { return a[0] }",
                "function f(...rest: number[]) {}                            | function f(...rest) {}",
                "function f(a: number = 1) {}                                | function f(a = 1) {}",
                "const x: Map<string, number> = y;                           | const x = y;",
                "let x: readonly number[] = [];                              | let x = [];",
                "const x = y as unknown as number;                           | const x = y;",
                "const o = { a: b, c: d };                                   | const o = { a: b, c: d };",
                "const x = a ? b : c;                                        | const x = a ? b : c;",
                "if (a) { b } else { c }                                     | if (a) { b } else { c }",
                "for (const k of ks) { g(k, { a: 1, b: k }); }               | for (const k of ks) { g(k, { a: 1, b: k }); }",
            })
    void takesAnnotationsOutAndLeavesTheRest(String typed, String plain) {
        assertThat(TypeScript.stripped(typed)).isEqualTo(plain);
    }
}
