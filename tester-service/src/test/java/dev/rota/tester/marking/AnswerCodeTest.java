package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCodeTest {
    @Test
    void takesTheFencedBlock() {
        assertThat(AnswerCode.candidates("Sure!\n```js\nfunction f() {}\n```\nBye", "f"))
                .containsExactly("function f() {}\n");
    }

    @Test
    void triesSeveralBlocksTogetherAndThenOneByOne() {
        String text =
                "```js\nfunction f() {}\n```\nand\n```javascript\nfunction f() { return 2 }\n```\n```sh\nrun f\n```";

        assertThat(AnswerCode.candidates(text, "f"))
                .containsExactly(
                        "function f() {}\n\nfunction f() { return 2 }\n",
                        "function f() {}\n",
                        "function f() { return 2 }\n");
    }

    @Test
    void takesAFenceThatIsNeverClosedToTheEnd() {
        assertThat(AnswerCode.candidates("~~~\nfunction f() {", "f")).containsExactly("function f() {\n");
    }

    @Test
    void aFenceOfFourHoldsAFenceOfThree() {
        assertThat(AnswerCode.candidates("````js\n// ```js\nf\n```\n````", "f")).containsExactly("// ```js\nf\n```\n");
    }

    @Test
    void takesTextWithoutAFenceAndThenOnlyItsCode() {
        assertThat(AnswerCode.candidates("Here is f:\nfunction f() { return 1 }\nEnjoy", "f"))
                .containsExactly("Here is f:\nfunction f() { return 1 }\nEnjoy", "function f() { return 1 }");
    }

    @Test
    void findsNothingInProse() {
        assertThat(AnswerCode.candidates("I cannot do that.", "clamp")).isEmpty();
        assertThat(AnswerCode.candidates("", "clamp")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "export function f() {}                   | function f() {}",
                "export default function f() {}           | function f() {}",
                "export default async function f() {}     | async function f() {}",
                "export const f = 1                       | const f = 1",
                "export default (a) => a                  | module.exports = (a) => a",
                "export default function (a) {}           | module.exports = function (a) {}",
                "export default f;                        | ''",
                "export { f };                            | ''",
                "export { f as default, g } from './x';   | ''",
                "import assert from 'assert';             | ''",
                "import { a, b } from './x.js'            | ''",
                "import './x.js';                         | ''",
                "const exported = 1                       | const exported = 1",
            })
    void turnsModulesIntoScripts(String module, String script) {
        assertThat(AnswerCode.asScript(module).strip()).isEqualTo(script.equals("''") ? "" : script);
    }
}
