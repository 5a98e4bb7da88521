package dev.rota.ranking.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.backtest.SyntheticHistory;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.replay.Ranking;
import dev.rota.ranking.replay.Replay;
import dev.rota.ranking.selection.RotationState;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final Instant NOW = Samples.START.plus(Duration.ofDays(65));

    private static final Ranking RANKING = replay();

    @Test
    void thePrimaryIsExplainedByItsIndexAndNeedsNothing() {
        ModelId primary = state().rotation().entries().getFirst().model();
        Explanation explanation = explain(primary);
        assertThat(explanation.position()).isEqualTo(1);
        assertThat(explanation.figures().getFirst())
                .startsWith("Expected time to success")
                .contains("failures before it");
        assertThat(explanation.toMoveUp()).isEmpty();
    }

    @Test
    void aFallbackIsToldWhatItTakesToPassTheOneBefore() {
        RotationEntry third = state().rotation().entries().get(2);
        Explanation explanation = explain(third.model());
        assertThat(explanation.position()).isEqualTo(3);
        assertThat(explanation.toMoveUp().getFirst()).startsWith("To pass ").contains("must fall from");
    }

    @Test
    void aModelThatIsKeptOutIsToldTheRule() {
        ModelId out = RANKING.board("speed").all().stream()
                .filter(seat -> seat.objection() != null)
                .findFirst()
                .orElseThrow()
                .model();
        Explanation explanation = explain(out);
        assertThat(explanation.position()).isNull();
        assertThat(explanation.keptOut()).isNotBlank();
        assertThat(explanation.toMoveUp().getFirst()).startsWith("It stays out while");
        assertThat(explanation.toMoveUp()).hasSize(2).doesNotContain("");
    }

    @Test
    void aModelNobodyKnowsIsSaidToBeUnknown() {
        assertThat(explain(Samples.model("nobody/knows")).keptOut()).isEqualTo("nothing is known of it");
    }

    private Explanation explain(ModelId model) {
        return Explainer.explain(RANKING.board("speed"), RANKING.state("speed"), model, NOW);
    }

    private RotationState state() {
        return Objects.requireNonNull(RANKING.state("speed"));
    }

    private static Ranking replay() {
        return new Replay(List.of(StockPolicies.named("speed").orElseThrow()), Estimator.standard(), List.of())
                .run(SyntheticHistory.of(3), null, (_, _) -> {});
    }
}
