package dev.rota.ranking.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Expression;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import dev.rota.ranking.standing.Estimator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final ModelId A = Samples.model("a/fast");
    private static final ModelId B = Samples.model("b/middle");
    private static final ModelId C = Samples.model("c/slow");
    private static final ModelId D = Samples.model("d/slower");

    private final Policy policy = new Policy(
            "test",
            "",
            Expression.parse("expectedTimeToSuccessMs"),
            3,
            Eligibility.DEFAULT,
            Spread.NONE,
            new Steadiness(0.3, 0, Duration.ofMinutes(30), 2, 0.1));
    private final Board board = new Board(policy);
    private final Selector selector = new Selector(policy);
    private final Map<ModelId, Evidence> evidence = new HashMap<>();
    private @Nullable RotationState state;
    private @Nullable RotationChange changed;
    private Instant now = Samples.START;

    @Test
    void aFirstRotationIsSortedAndNamesItsReasons() {
        everybodyAnswers(5);
        assertThat(models()).containsExactly(A, B, C);
        assertThat(state().rotation().revision()).isPositive();
    }

    @Test
    void nothingIsPublishedForAResultThatChangesNothing() {
        everybodyAnswers(20);
        assertThat(give(Samples.success(A, tick(), 1_000)).publish()).isFalse();
    }

    @Test
    void aPrimaryThatFailsTwiceLosesItsPlaceAndTheReasonSaysSo() {
        everybodyAnswers(20);
        give(Samples.failure(A, tick(), FailureKind.TIMEOUT, 30_000));
        Selection selection = give(Samples.failure(A, tick(), FailureKind.TIMEOUT, 30_000));
        RotationChange change = selection.changes().getFirst();
        assertThat(change.kind()).isEqualTo(ChangeKind.PRIMARY_CHANGED);
        assertThat(change.model()).isEqualTo(B);
        assertThat(change.reason())
                .contains("2 times in a row", "TIMEOUT", "a/fast", "better than")
                .doesNotContain("it took");
    }

    @Test
    void aPrimaryThatLittleIsKnownOfIsNotSaidToHaveBeenProtected() {
        give(Samples.success(B, tick(), 3_000));
        RotationChange change =
                give(Samples.success(A, tick(), 2_900)).changes().getFirst();
        assertThat(change.kind()).isEqualTo(ChangeKind.PRIMARY_CHANGED);
        assertThat(change.reason())
                .startsWith("too little is known of openrouter/b/middle to keep it before a better one; it is ")
                .doesNotContain("it took", "quality");
    }

    @Test
    void aPrimaryThatIsBeatenByMoreThanTheMarginIsToldTheMargin() {
        everybodyAnswers(20);
        now = now.plus(Duration.ofHours(1));
        for (int i = 0; i < 40 && models().getFirst().equals(A); i++) {
            give(Samples.success(B, tick(), 100));
        }
        assertThat(models()).startsWith(B);
        assertThat(primaryChange().reason())
                .startsWith("it is ")
                .contains("better than openrouter/a/fast", "(it took 30 %)");
    }

    @Test
    void whereTheOrderAsksForQualityTheReasonTellsIt() {
        assertThat(firstAmong(0.9, 0.7).reason())
                .startsWith("too little is known of openrouter/b/middle")
                .contains("it is 67 % better", "quality 4.5/5, 1 result)", "quality 3.5/5");
    }

    @Test
    void equalsAndAValueOfNothingHaveNoShareToTell() {
        assertThat(firstAmong(1, 1).reason())
                .contains("it is as good as openrouter/b/middle by the policy's order, and before it by name: ");
        assertThat(firstAmong(1, 0.9).reason()).contains("it is 100 % better than");
    }

    /** What is said when A comes to B, which was first, under a policy that orders by quality alone. */
    private RotationChange firstAmong(double qualityOfA, double qualityOfB) {
        Policy best = new Policy(
                "best",
                "",
                Expression.parse("1 - or(quality, 0.5)"),
                3,
                Eligibility.DEFAULT,
                Spread.NONE,
                Steadiness.DEFAULT);
        Board graded = new Board(best);
        Estimator estimator = Estimator.standard();
        Evidence one = Evidence.empty().with(Samples.graded(B, tick(), qualityOfB));
        graded.put(estimator.standing(B, one, null, now));
        RotationState first = new Selector(best).select(graded, null, now).state();
        Evidence other = Evidence.empty().with(Samples.graded(A, tick(), qualityOfA));
        graded.put(estimator.standing(A, other, null, now));
        return new Selector(best)
                .select(graded, first, now).changes().stream()
                        .filter(change -> change.kind() == ChangeKind.PRIMARY_CHANGED)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void whenEverybodyFailsTheLastGoodOrderStaysAndSaysItIsStale() {
        everybodyAnswers(20);
        List<ModelId> before = models();
        Instant trouble = now.plusSeconds(60);
        for (ModelId model : List.of(A, B, C, D)) {
            give(Samples.failure(model, tick(), FailureKind.PROVIDER_ERROR, 300));
        }
        assertThat(models()).isEqualTo(before);
        assertThat(state().rotation().staleSince()).isEqualTo(trouble);
        assertThat(state().rotation().note()).contains("suspected");
        give(Samples.success(A, tick(), 1_000));
        assertThat(state().rotation().stale()).isFalse();
    }

    @Test
    void onlyFailuresOfTheAccountMakeItStaleAndChangeNothingElse() {
        everybodyAnswers(20);
        List<ModelId> before = models();
        for (ModelId model : List.of(A, B, C)) {
            give(Samples.failure(model, tick(), FailureKind.ACCOUNT_DAY_LIMIT, 300));
        }
        assertThat(models()).isEqualTo(before);
        assertThat(state().rotation().note()).contains("account");
    }

    @Test
    void aPolicyThatAdmitsNobodyGivesAnEmptyRotationWithTheReason() {
        Selection selection = selector.select(board, null, now);
        assertThat(selection.publish()).isTrue();
        assertThat(selection.state().rotation().entries()).isEmpty();
        assertThat(selection.state().rotation().note()).contains("no model has any evidence");
    }

    private void everybodyAnswers(int times) {
        for (int i = 0; i < times; i++) {
            give(Samples.success(A, tick(), 1_000));
            give(Samples.success(B, tick(), 3_000));
            give(Samples.success(C, tick(), 6_000));
            give(Samples.success(D, tick(), 9_000));
        }
    }

    private RotationChange primaryChange() {
        return Objects.requireNonNull(changed);
    }

    private Selection give(TestResult result) {
        Evidence more = evidence.getOrDefault(result.model(), Evidence.empty()).with(result);
        evidence.put(result.model(), more);
        board.put(Estimator.standard().standing(result.model(), more, null, now));
        Selection selection = selector.select(board, state, now);
        state = selection.state();
        selection.changes().stream()
                .filter(change -> change.kind() == ChangeKind.PRIMARY_CHANGED)
                .forEach(change -> changed = change);
        return selection;
    }

    private Instant tick() {
        now = now.plusSeconds(60);
        return now;
    }

    private RotationState state() {
        return Objects.requireNonNull(state);
    }

    private List<ModelId> models() {
        return state().rotation().entries().stream().map(RotationEntry::model).toList();
    }
}
