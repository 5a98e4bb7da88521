package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rota.tester.grading.Answer;
import dev.rota.tester.grading.Check;
import dev.rota.tester.grading.CodeCheck;
import dev.rota.tester.grading.Grade;
import dev.rota.tester.grading.Grader;
import dev.rota.tester.grading.WeightedGrader;
import dev.rota.tester.sandbox.Sandbox;
import dev.rota.tester.sandbox.SandboxLimits;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerGradingTest {
    private final AnswerGrading grading = new AnswerGrading(new Sandbox(SandboxLimits.DEFAULT, 1));

    @AfterAll
    void close() {
        grading.close();
    }

    @Test
    void qualityIsTheWeightedShareOfChecksThatPassed() {
        Grade grade = grading.grade(
                List.of(
                        new WeightedGrader(new Grader.Contains(List.of("a", "b"), false), 3),
                        new WeightedGrader(new Grader.Equals("a", false), 1)),
                Answer.of("a"));

        assertThat(grade.quality()).isCloseTo((1.5 + 1) / 4, within(1e-6));
        assertThat(grade.checks()).extracting(Check::weight).containsExactly(1.5, 1.5, 1.0);
    }

    @Test
    void codeGetsPartialCreditAndEveryFailureIsExplained() {
        Grade grade = grading.grade(
                List.of(new WeightedGrader(
                        new Grader.JavaScript(
                                "f",
                                List.of(
                                        new CodeCheck.Value("doubles", 1, "f(2)", "4", 0),
                                        new CodeCheck.Value("halves", 2, "f(-2)", "-1", 0),
                                        new CodeCheck.Throws("refuses text", 1, "f('a')", "TypeError", "number"),
                                        new CodeCheck.Documented("is documented", 1, List.of("@param")))),
                        1)),
                Answer.of(
                        "/** Doubles. */\nfunction f(x) { if (x === 'a') throw new RangeError('a number, please'); return x * 2 }"));

        assertThat(grade.quality()).isCloseTo(1.0 / 5, within(1e-6));
        assertThat(grade.checks().stream().map(Check::detail))
                .containsExactly(
                        "",
                        "f(-2) should be -1, but it is -4",
                        "f('a') should throw TypeError saying \"number\", but it threw RangeError: a number, please",
                        "the comment does not mention @param");
    }

    @Test
    void anAnswerWithoutCodeFailsEveryCheckWithTheReason() {
        Grade grade = grading.grade(
                List.of(new WeightedGrader(
                        new Grader.JavaScript("f", List.of(new CodeCheck.Value("doubles", 1, "f(2)", "4", 0))), 1)),
                Answer.of(""));

        assertThat(grade.quality()).isZero();
        assertThat(grade.checks().getFirst().detail()).isEqualTo("there is no code in the answer");
    }
}
