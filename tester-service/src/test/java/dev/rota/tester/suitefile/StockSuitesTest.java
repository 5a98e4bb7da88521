package dev.rota.tester.suitefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.marking.AnswerGrading;
import dev.rota.tester.suite.Message;
import dev.rota.tester.suite.Role;
import dev.rota.tester.suite.Suite;
import dev.rota.tester.suite.Task;
import dev.rota.tester.suitecheck.SuiteCheck;
import dev.rota.tester.suitecheck.SuiteReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StockSuitesTest {
    static List<Suite> suites() {
        return SuiteFiles.stock();
    }

    @ParameterizedTest
    @MethodSource("suites")
    void everyExampleGetsWhatItShould(Suite suite) {
        try (AnswerGrading grading = AnswerGrading.standard()) {
            SuiteReport report = new SuiteCheck(grading).check(suite.name(), suite);

            assertThat(report.ok()).as(String.join("\n", report.lines())).isTrue();
            assertThat(suite.tasks()).noneMatch(task -> task.examples().isEmpty());
        }
    }

    @Test
    void theStandardSuiteHasItsThreeTasksTheCheapestFirst() {
        Suite standard = Suites.stock().find("standard").orElseThrow();

        assertThat(standard.tasks())
                .extracting(Task::name)
                .containsExactly("trivial-function", "careful-function", "write-tests");
    }

    @Test
    void theAgentSuiteHasAnAgentSizedSystemPrompt() {
        Suite agent = Suites.stock().find("agent").orElseThrow();

        for (Task task : agent.tasks()) {
            Message first = task.messages().getFirst();
            assertThat(first.role()).isEqualTo(Role.SYSTEM);
            // Measured with the o200k vocabulary: 4.25 characters a token.
            assertThat(first.content().length() / 4.25).isBetween(7_000.0, 9_000.0);
        }
        assertThat(agent.task("two-turns").orElseThrow().messages())
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT, Role.USER);
    }
}
