package dev.rota.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import dev.rota.domain.rotation.RotationChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<ChangeKind> USUAL =
            EnumSet.of(ChangeKind.PRIMARY_CHANGED, ChangeKind.ENTERED, ChangeKind.LEFT);

    private final Hold hold = new Hold(MINUTE, Set.of("speed"), USUAL);
    private final List<Long> settled = new ArrayList<>();
    private long offset = 10;

    private void add(
            int second, long revision, ChangeKind kind, String model, @Nullable Integer from, @Nullable Integer to) {
        add(hold, "speed", second, revision, kind, model, from, to);
    }

    private void add(
            Hold to,
            String rotation,
            int second,
            long revision,
            ChangeKind kind,
            String model,
            @Nullable Integer from,
            @Nullable Integer place) {
        RotationChange change = new RotationChange(
                rotation, revision, T, kind, ModelId.parse("sim/x/" + model), from, place, "because");
        settled.addAll(to.add(new HeldChange(offset++, T.plusSeconds(second), change)));
        to.witness(change);
    }

    private Optional<Hold.Due> dueAt(int second) {
        return hold.due(T.plusSeconds(second));
    }

    @Test
    void aChangeIsDueWhenItHasHeld() {
        add(0, 1, ChangeKind.ENTERED, "a", null, 3);
        assertThat(dueAt(59)).isEmpty();
        Hold.Due due = dueAt(60).orElseThrow();
        assertThat(due.told()).isTrue();
        assertThat(due.offsets()).containsExactly(10L);
        hold.remove(due);
        assertThat(hold.size()).isZero();
    }

    @Test
    void aPrimaryThatComesBackTellsNobody() {
        add(0, 2, ChangeKind.PRIMARY_CHANGED, "b", 2, 1);
        add(0, 2, ChangeKind.MOVED, "a", 1, 2);
        add(20, 3, ChangeKind.PRIMARY_CHANGED, "a", 2, 1);
        add(20, 3, ChangeKind.MOVED, "b", 1, 2);
        assertThat(hold.size()).isZero();
        assertThat(settled).containsExactlyInAnyOrder(10L, 11L, 12L, 13L);
    }

    @Test
    void aPrimaryThatGivesWayToAThirdIsToldAsTheThird() {
        add(0, 2, ChangeKind.PRIMARY_CHANGED, "b", 2, 1);
        add(0, 2, ChangeKind.MOVED, "a", 1, 2);
        add(50, 3, ChangeKind.PRIMARY_CHANGED, "c", 3, 1);
        assertThat(dueAt(60)).as("the hold begins anew").isEmpty();
        Hold.Due due = dueAt(110).orElseThrow();
        assertThat(due.change().change().model().toString()).isEqualTo("sim/x/c");
        assertThat(due.offsets()).containsExactly(10L, 12L);
    }

    @Test
    void theFirstPrimaryOfAllIsTold() {
        add(0, 1, ChangeKind.PRIMARY_CHANGED, "a", null, 1);
        assertThat(dueAt(60)).isPresent();
    }

    @Test
    void aModelThatLeavesAndReturnsTellsNobody() {
        add(0, 2, ChangeKind.LEFT, "a", 3, null);
        add(59, 3, ChangeKind.ENTERED, "a", null, 3);
        assertThat(hold.size()).isZero();
        add(70, 4, ChangeKind.LEFT, "a", 3, null);
        assertThat(dueAt(130)).isPresent();
    }

    @Test
    void whatNeverRestsIsToldAfterTenHolds() {
        String[] models = {"b", "c", "d"};
        for (int i = 0; i < 21; i++) {
            if (i < 20) {
                assertThat(dueAt(i * 30)).as("at %s s", i * 30).isEmpty();
            }
            add(i * 30, i + 2, ChangeKind.PRIMARY_CHANGED, models[i % 3], 2, 1);
        }
        assertThat(dueAt(599)).isEmpty();
        assertThat(dueAt(600)).isPresent();
    }

    @Test
    void otherRotationsAndPlacesAreNotWaitedFor() {
        add(0, 1, ChangeKind.MOVED, "a", 3, 2);
        add(hold, "quality", 0, 1, ChangeKind.ENTERED, "a", null, 2);
        assertThat(hold.size()).isZero();
        assertThat(settled).containsExactly(10L, 11L);
    }

    @Test
    void aKindThatNobodyWantsToHearOfStillTakesBackOneThatIsWanted() {
        Hold entered = new Hold(MINUTE, Set.of(), EnumSet.of(ChangeKind.ENTERED));
        add(entered, "speed", 0, 1, ChangeKind.LEFT, "a", 2, null);
        add(entered, "speed", 5, 2, ChangeKind.ENTERED, "a", null, 2);
        assertThat(entered.size()).as("it was away for five seconds").isZero();
        add(entered, "speed", 10, 3, ChangeKind.LEFT, "a", 2, null);
        assertThat(entered.due(T.plusSeconds(70)).orElseThrow().told()).isFalse();
    }

    @Test
    void placesAreToldOnlyWhereAskedForAndOnlyWhenTheyHold() {
        Hold moved = new Hold(MINUTE, Set.of(), EnumSet.of(ChangeKind.MOVED));
        add(moved, "speed", 0, 1, ChangeKind.MOVED, "a", 3, 2);
        add(moved, "speed", 1, 1, ChangeKind.MOVED, "b", 2, 3);
        add(moved, "speed", 9, 2, ChangeKind.MOVED, "a", 2, 3);
        Hold.Due due = moved.due(T.plusSeconds(61)).orElseThrow();
        assertThat(due.change().change().model().toString()).isEqualTo("sim/x/b");
        assertThat(moved.size()).isEqualTo(1);
    }

    @Test
    void theOldestThatWaitsIsKnown() {
        add(0, 1, ChangeKind.ENTERED, "a", null, 3);
        add(5, 2, ChangeKind.ENTERED, "b", null, 4);
        assertThat(hold.oldest()).hasValue(10);
        assertThat(hold.nextDue()).contains(T.plusSeconds(60));
        hold.remove(dueAt(60).orElseThrow());
        assertThat(hold.oldest()).hasValue(11);
    }
}
