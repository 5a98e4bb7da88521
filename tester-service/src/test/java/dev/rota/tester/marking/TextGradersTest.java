package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.Grader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGradersTest {
    @Test
    void containsHasOneCheckForEachPiece() {
        List<Check> checks =
                TextMarker.contains(new Grader.Contains(List.of("Paris", "rome"), true), "paris and Berlin");

        assertThat(checks).extracting(Check::passed).containsExactly(true, false);
        assertThat(checks.getLast().detail()).isEqualTo("the answer is \"paris and Berlin\"");
    }

    @Test
    void equalsComparesAllOfTheText() {
        assertThat(passed(TextMarker.equal(new Grader.Equals("Yes", false), "Yes")))
                .isTrue();
        assertThat(passed(TextMarker.equal(new Grader.Equals("yes", true), "YES")))
                .isTrue();
        assertThat(passed(TextMarker.equal(new Grader.Equals("Yes", false), "Yes.")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42                         | true",
                "It is 42.                  | true",
                "6 * 7 = 42                 | true",
                "41.95                      | true",
                "4.2e1                      | true",
                "It is 42 of 100            | false",
                "41.8                       | false",
                "-42                        | false",
                "forty-two                  | false",
            })
    void numberLooksAtTheLastOne(String text, boolean near) {
        assertThat(passed(TextMarker.number(new Grader.NumberNear(42, 0.1), text)))
                .isEqualTo(near);
    }

    @Test
    void numberReadsGroupsOfDigits() {
        assertThat(passed(TextMarker.number(new Grader.NumberNear(1_234_567.5, 0), "about 1,234,567.5")))
                .isTrue();
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        assertThat(passed(TextMarker.length(new Grader.Length(2, 2), "\ud83d\ude00!")))
                .isTrue();
        assertThat(passed(TextMarker.length(new Grader.Length(0, 1), "ab"))).isFalse();
    }

    @Test
    void regexLooksAnywhereOrAtTheWhole() {
        assertThat(passed(TextMarker.regex(new Grader.Regex("b+", false), "abbc")))
                .isTrue();
        assertThat(passed(TextMarker.regex(new Grader.Regex("b+", true), "abbc")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "(?:a|b|ab)*?c"})
    void regexGivesUpInsteadOfHanging(String pattern) {
        long start = System.nanoTime();

        List<Check> checks = TextMarker.regex(new Grader.Regex(pattern, false), "a".repeat(50_000) + "!");

        assertThat(passed(checks)).isFalse();
        assertThat(System.nanoTime() - start)
                .isLessThan(BoundedRegex.LIMIT.plusSeconds(3).toNanos());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "I'm sorry, but I can't help with that.              | true",
                "I cannot assist with this request.                  | true",
                "As an AI language model, I am unable to do this.    | true",
                "I won't do that.                                    | true",
                "Sorry for the delay! Here is the code you wanted.   | false",
                "The function cannot be null here.                   | false",
                "Sure, here you go.                                  | false",
            })
    void refusalIsToldByItsWords(String text, boolean refused) {
        assertThat(passed(TextMarker.refusal(new Grader.Refusal(true), text))).isEqualTo(refused);
        assertThat(passed(TextMarker.refusal(new Grader.Refusal(false), text))).isEqualTo(!refused);
    }

    private static boolean passed(List<Check> checks) {
        return checks.stream().allMatch(Check::passed);
    }
}
