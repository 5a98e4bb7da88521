package dev.rota.tester.suitecheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.tester.marking.AnswerGrading;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteCheckTest {
    @TempDir
    Path directory;

    @Test
    void tellsWhichExamplesGotWhatTheyShould() throws Exception {
        SuiteReport report = check("""
                suite: mine
                tasks:
                  - name: greet
                    prompt: Say hello.
                    graders: [{contains: [hello, you]}]
                    examples:
                      - {name: half, answer: hello, quality: 0.5}
                      - {name: too much, answer: hello, quality: 1}
                  - name: silent
                    prompt: Say hello.
                    graders: [{contains: hello}]
                """);

        assertThat(report.ok()).isFalse();
        assertThat(report.lines().subList(1, report.lines().size()))
                .containsExactly(
                        "  ok   greet: half: quality 0.500",
                        "  FAIL greet: too much: quality 0.500, should be 1.000",
                        "           passed  contains \"hello\"",
                        "           failed  contains \"you\": the answer is \"hello\"",
                        "note: task silent has no examples, so its graders were not tried",
                        "not ok");
    }

    @Test
    void tellsEveryErrorOfAFile() throws Exception {
        SuiteReport report = check("suite: mine\ntask: []\n");

        assertThat(report.ok()).isFalse();
        assertThat(report.lines())
                .anyMatch(line -> line.endsWith("suite.yaml:1: the suite needs \"tasks\""))
                .anyMatch(line ->
                        line.endsWith("suite.yaml:2: unknown key \"task\" in the suite; did you mean \"tasks\"?"))
                .endsWith("not ok");
    }

    @Test
    void knowsTheStockSuitesByName() {
        try (AnswerGrading grading = AnswerGrading.standard()) {
            SuiteCheck check = new SuiteCheck(grading);

            assertThat(check.check("agent").ok()).isTrue();
            assertThat(check.check("agnet").lines())
                    .containsExactly(
                            "agnet:1: there is no such file, nor a stock suite of this name (there are standard, agent)",
                            "not ok");
        }
    }

    private SuiteReport check(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("suite.yaml"), yaml);
        try (AnswerGrading grading = AnswerGrading.standard()) {
            return new SuiteCheck(grading).check(file);
        }
    }
}
