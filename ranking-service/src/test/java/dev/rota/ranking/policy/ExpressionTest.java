package dev.rota.ranking.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rota.domain.standing.Standing;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.standing.Estimator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Standing STANDING = Estimator.standard()
            .standing(
                    Samples.MODEL,
                    Evidence.empty().with(Samples.success(Samples.MODEL, Samples.START, 2_000)),
                    null,
                    Samples.START);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "10 - 4 - 3 | 3",
                "16 / 4 / 2 | 2",
                "-2 * -3 | 6",
                "1.5 | 1.5",
                "min(3, 2) + max(3, 2) | 5",
                "pow(2, 10) | 1024",
                "sqrt(abs(-9)) | 3",
                "log(exp(2)) | 2",
                "latencyP50Ms | 2000",
                "observations * 2 | 2",
                "or(quality, 0.6) | 0.6",
                "or(latencyP50Ms, 1) | 2000"
            })
    void itIsArithmeticOverFigures(String text, double value) {
        assertThat(Expression.parse(text).of(STANDING)).isCloseTo(value, within(1e-9));
    }

    @Test
    void whatIsNotKnownMakesTheValueUnknown() {
        assertThat(Expression.parse("quality + 1").of(STANDING)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 +", "(1", "1)", "min(1)", "1 2", "* 3", "pow(1, 2, 3)", "1 + $", "min"})
    void whatIsNoExpressionIsRefused(String text) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMisspeltFigureOrFunctionOffersTheNearest() {
        assertThatThrownBy(() -> Expression.parse("sucessRate")).hasMessageContaining("did you mean \"successRate\"?");
        assertThatThrownBy(() -> Expression.parse("mn(1, 2)")).hasMessageContaining("did you mean \"min\"?");
    }

    @Test
    void deepNestingIsRefusedAndNoCrash() {
        String deep = "(".repeat(50_000) + "1" + ")".repeat(50_000);
        assertThatThrownBy(() -> Expression.parse(deep)).isInstanceOf(IllegalArgumentException.class);
    }
}
