package dev.rota.tester.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.grading.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<think>hm</think> 42                       | 42",
                "<thinking>hm</thinking>42                  | 42",
                "<think>a</think><think>b</think>42         | 42",
                "the template took the tag</think>42        | 42",
                "<think>it never ends: 42                   | ''",
                "a page has <think>tags</think> in it       | a page has <think>tags</think> in it",
                "  42                                       | 42",
            })
    void leavesThoughtsOut(String said, String meant) {
        assertThat(AnswerText.of(Answer.of(said))).isEqualTo(meant);
    }

    @Test
    void boundsWhatItReads() {
        assertThat(AnswerText.of(Answer.of("x".repeat(10_000_000)))).hasSize(AnswerText.MAX);
    }
}
