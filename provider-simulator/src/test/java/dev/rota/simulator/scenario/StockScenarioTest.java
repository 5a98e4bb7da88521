package dev.rota.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.simulator.answer.Answer;
import dev.rota.simulator.answer.AnswerBook;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.catalogue.ModelSheet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockScenarioTest {
    private final List<ModelSheet> catalogue =
            ScenarioReader.resource("stock-catalogue.yaml").catalogue();

    @Test
    void everyFreeTextModelHasItsPart() {
        Set<String> free = catalogue.stream()
                .filter(sheet -> sheet.promptPrice().equals("0"))
                .filter(sheet -> sheet.outputModalities().equals(List.of("text")))
                .map(ModelSheet::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> played = ScenarioReader.resource("stock-scenario.yaml").rules().stream()
                .map(rule -> rule.glob().toString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(played).isEqualTo(free);
    }

    @Test
    void theCatalogueHasTheOddOnesOfARealOne() {
        assertThat(catalogue).anyMatch(sheet -> sheet.promptPrice().equals("-1"));
        assertThat(catalogue).anyMatch(sheet -> sheet.id().startsWith("~"));
        assertThat(catalogue).anyMatch(sheet -> sheet.outputModalities().contains("audio"));
        assertThat(catalogue).anyMatch(sheet -> "9999-01-01".equals(sheet.expirationDate()));
        assertThat(catalogue).anyMatch(sheet -> "2026-12-31".equals(sheet.expirationDate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write a JavaScript function `clamp(value, min, max)`. It returns",
                "Write a JavaScript function `average(numbers)`.",
                "Write its tests as a JavaScript function `runTests(shippingCost)`. It is given"
            })
    void theStandardTasksHaveAnswersOfEveryQuality(String prompt) {
        AnswerBook book = new AnswerBook(ScenarioReader.resource("answers.yaml").answers());
        for (Quality quality : List.of(Quality.RIGHT, Quality.PARTLY, Quality.WRONG)) {
            assertThat(book.known(prompt, false, quality).orElseThrow().content())
                    .contains("```js\n", "function ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Run the tests in tests/checkout/discount.test.ts and measure coverage too.",
                "Reply with JSON only: one object with the members `passed`, `failed` and `skipped`, each",
                "On which line does the test about rounding fail? Answer with"
            })
    void theAgentsTasksHaveAnswersOfEveryQuality(String prompt) {
        AnswerBook book = new AnswerBook(ScenarioReader.resource("answers.yaml").answers());
        Set<Answer> answers = Stream.of(Quality.RIGHT, Quality.PARTLY, Quality.WRONG)
                .map(quality -> book.known(prompt, false, quality).orElseThrow())
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(3);
    }
}
