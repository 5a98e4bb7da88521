package dev.rota.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarTest {
    private static final List<String> MODELS = List.of(
            "simulator/acme/large-70b:free",
            "simulator/acme/small-8b:free",
            "simulator/beta/coder-30b",
            "simulator/gamma/vision-12b:free");

    @Test
    void theNearestAsAWholeIsOfferedAlone() {
        assertThat(Similar.to("simulator/acme/larg-70b:free", MODELS, 3))
                .containsExactly("simulator/acme/large-70b:free");
    }

    @Test
    void aPartLeadsToTheNamesThatHaveIt() {
        assertThat(Similar.to("acme/huge", MODELS, 3))
                .containsExactly("simulator/acme/large-70b:free", "simulator/acme/small-8b:free");
    }

    @Test
    void aPartMayBeMistyped() {
        assertThat(Similar.to("codr", MODELS, 3)).containsExactly("simulator/beta/coder-30b");
        assertThat(Similar.to("openrouter/gama/something", MODELS, 3))
                .containsExactly("simulator/gamma/vision-12b:free");
    }

    @Test
    void noMoreThanAskedForAreOffered() {
        assertThat(Similar.to("acme", MODELS, 1)).containsExactly("simulator/acme/small-8b:free");
    }

    @Test
    void whatAllHaveAndWhatATierCostsSayNothing() {
        assertThat(Similar.to("simulator/nosuchmodel:free", MODELS, 3)).isEmpty();
    }

    @Test
    void aNameFarFromAllHasNoneLikeIt() {
        assertThat(Similar.to("nosuchmodel", MODELS, 3)).isEmpty();
        assertThat(Similar.question("nosuchmodel", MODELS, 3)).isEmpty();
        assertThat(Similar.to("nosuchmodel", List.of(), 3)).isEmpty();
    }

    @Test
    void aQuestionNamesThemAll() {
        assertThat(Similar.question("acme/huge", MODELS, 3))
                .contains("did you mean simulator/acme/large-70b:free or simulator/acme/small-8b:free?");
    }
}
