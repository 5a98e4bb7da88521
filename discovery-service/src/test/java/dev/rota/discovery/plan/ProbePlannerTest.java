package dev.rota.discovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.probe.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProbePlannerTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SuiteOutline SUITE = new SuiteOutline("standard", List.of("one", "two", "three"));
    private static final BudgetLimits SMALL = new BudgetLimits(20, 50, 0.5);

    private final ProbePlanner planner = new ProbePlanner(SUITE, ProbePolicy.DEFAULT);

    @Test
    void whereNothingLimitsThemAllAppearancesAreTestedAtOnceWithTheWholeSuite() {
        List<PlannedProbe> plan = planner.plan(newModels(46), Budget.UNLIMITED, NOON);
        assertThat(plan).hasSize(46).allSatisfy(probe -> {
            assertThat(probe.suite()).isEqualTo("standard");
            assertThat(probe.trigger()).isEqualTo(Trigger.NEW);
            assertThat(probe.requests()).isEqualTo(3);
        });
        assertThat(plan.stream().map(PlannedProbe::probeId).distinct()).hasSize(46);
    }

    @Test
    void aSmallBudgetIsSpentOnOneTaskEachAndLeavesTheUsersShare() {
        Budget budget = new Budget(SMALL, Spent.NOTHING, null);
        List<PlannedProbe> plan = planner.plan(newModels(46), budget, NOON);
        assertThat(plan)
                .hasSize(10)
                .allSatisfy(probe -> assertThat(probe.suite()).isEqualTo("standard#one"));
        Budget laterThatDay = new Budget(SMALL, new Spent(0, 0, 20, 20), null);
        assertThat(planner.plan(newModels(46), laterThatDay, NOON)).hasSize(5);
        Budget allSpent = new Budget(SMALL, new Spent(0, 0, 25, 25), null);
        assertThat(planner.plan(newModels(46), allSpent, NOON)).isEmpty();
        Budget spentByTheUser = new Budget(SMALL, new Spent(0, 0, 0, 50), null);
        assertThat(planner.plan(newModels(46), spentByTheUser, NOON)).isEmpty();
    }

    @Test
    void whileTheProviderAsksToBeLeftAloneNothingIsPlanned() {
        Budget paused = new Budget(BudgetLimits.UNLIMITED, Spent.NOTHING, NOON.plusSeconds(1));
        assertThat(planner.plan(newModels(5), paused, NOON)).isEmpty();
        assertThat(planner.plan(newModels(5), paused, NOON.plusSeconds(1))).hasSize(5);
    }

    @Test
    void newComesBeforeReturnedBeforeChangedBeforeDue() {
        List<Candidate> candidates = new ArrayList<>(List.of(
                Candidates.tested("due", Candidates.standing("due", 0.9, 900, 0, MIDNIGHT.minusSeconds(90_000)), null),
                Candidates.pending("changed", new Appearance(Trigger.CHANGED, MIDNIGHT), null),
                Candidates.pending("returned", new Appearance(Trigger.RETURNED, MIDNIGHT), null),
                Candidates.pending("new", new Appearance(Trigger.NEW, NOON), null)));
        Collections.shuffle(candidates, new Random(7));
        assertThat(planner.plan(candidates, Budget.UNLIMITED, NOON))
                .extracting(PlannedProbe::trigger)
                .containsExactly(Trigger.NEW, Trigger.RETURNED, Trigger.CHANGED, Trigger.DUE);
    }

    @Test
    void aModelThatFailedLastGetsTheCheapTaskFirst() {
        Candidate back = Candidates.pending(
                "a", new Appearance(Trigger.RETURNED, NOON), Candidates.standing("a", 0.5, 900, 3, MIDNIGHT));
        assertThat(planner.plan(List.of(back), Budget.UNLIMITED, NOON))
                .singleElement()
                .satisfies(probe -> assertThat(probe.suite()).isEqualTo("standard#one"));
    }

    @Test
    void leadersAreLookedAtMoreOftenThanTheRest() {
        List<Candidate> candidates = well(20, NOON);
        Instant soon = NOON.plus(Duration.ofMinutes(15));
        assertThat(planner.plan(candidates, Budget.UNLIMITED, soon.minusMillis(1)))
                .isEmpty();
        assertThat(ids(planner.plan(candidates, Budget.UNLIMITED, soon)))
                .containsExactly("m00", "m01", "m02", "m03", "m04", "m05", "m06", "m07");
        assertThat(planner.plan(candidates, Budget.UNLIMITED, NOON.plus(Duration.ofHours(2))))
                .hasSize(20);
    }

    @Test
    void aLeaderWhoseEndIsAnnouncedMakesRoomForALookAtOneMore() {
        List<Candidate> candidates = well(20, NOON);
        candidates.set(
                0,
                Candidates.tested("m00", Candidates.standing("m00", 0.9, 500, 0, NOON), NOON.plus(Duration.ofDays(2))));
        assertThat(ids(planner.plan(candidates, Budget.UNLIMITED, NOON.plus(Duration.ofMinutes(15)))))
                .hasSize(9)
                .contains("m00", "m08");
    }

    @Test
    void anUncertainModelWithinReachOfTheTopIsLookedAtSoonerThanAWellKnownOne() {
        List<Candidate> candidates = well(20, NOON);
        candidates.set(18, uncertain("m18", 3_000));
        candidates.set(19, uncertain("m19", 90_000));
        assertThat(ids(planner.plan(candidates, Budget.UNLIMITED, NOON.plus(Duration.ofMinutes(30)))))
                .contains("m18")
                .doesNotContain("m17", "m19");
    }

    private static Candidate uncertain(String id, double latencyMs) {
        return Candidates.tested(id, Candidates.standing(id, 0.8, 0.3, latencyMs, 2, 0, NOON), null);
    }

    @Test
    void pausesOfAFailingModelDoubleUpToADay() {
        long[] minutes = {15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440};
        for (int failures = 1; failures <= minutes.length; failures++) {
            Candidate failing = Candidates.tested("a", Candidates.standing("a", 0.1, 900, failures, NOON), null);
            Instant due = NOON.plus(Duration.ofMinutes(minutes[failures - 1]));
            assertThat(planner.plan(List.of(failing), Budget.UNLIMITED, due.minusMillis(1)))
                    .isEmpty();
            assertThat(planner.plan(List.of(failing), Budget.UNLIMITED, due)).hasSize(1);
        }
    }

    @Test
    void aProbeWithoutAnAnswerIsWaitedForThenCountsAsLost() {
        Candidate waiting = new Candidate(Candidates.facts("a", null), null, null, new LastProbe("p", NOON, false));
        assertThat(planner.plan(List.of(waiting), Budget.UNLIMITED, NOON.plus(Duration.ofHours(5))))
                .isEmpty();
        assertThat(planner.plan(List.of(waiting), Budget.UNLIMITED, NOON.plus(Duration.ofHours(6))))
                .hasSize(1);
    }

    @Test
    void routineFollowsAnEvenLineThroughTheDayAndAppearancesDoNot() {
        List<Candidate> candidates = well(46, MIDNIGHT.minus(Duration.ofDays(9)));
        assertThat(planner.plan(candidates, new Budget(SMALL, Spent.NOTHING, null), MIDNIGHT))
                .hasSize(1);
        assertThat(planner.plan(candidates, new Budget(SMALL, new Spent(0, 0, 1, 1), null), MIDNIGHT.plusSeconds(600)))
                .isEmpty();
        assertThat(planner.plan(candidates, new Budget(SMALL, new Spent(0, 0, 6, 6), null), NOON))
                .hasSize(7);
        List<Candidate> both = new ArrayList<>(candidates);
        both.addAll(newModels(3));
        assertThat(planner.plan(both, new Budget(SMALL, new Spent(0, 0, 13, 13), null), NOON))
                .extracting(PlannedProbe::trigger)
                .containsExactly(Trigger.NEW, Trigger.NEW, Trigger.NEW);
    }

    @Test
    void theSameInputInAnyOrderGivesTheSamePlan() {
        List<Candidate> candidates = new ArrayList<>(newModels(20));
        candidates.addAll(well(20, MIDNIGHT));
        Budget budget = new Budget(SMALL, Spent.NOTHING, null);
        List<PlannedProbe> plan = planner.plan(candidates, budget, NOON);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(candidates, new Random(seed));
            assertThat(planner.plan(candidates, budget, NOON)).isEqualTo(plan);
        }
    }

    @Test
    void aDayOfPlanningNeverExceedsTheShareNorTheMinute() {
        SpendingLog log = new SpendingLog();
        List<Candidate> candidates = newModels(46);
        for (Instant now = MIDNIGHT; now.isBefore(MIDNIGHT.plus(Duration.ofDays(1))); now = now.plusSeconds(20)) {
            for (PlannedProbe probe : planner.plan(candidates, new Budget(SMALL, log.at(now), null), now)) {
                log.add(now, probe.requests(), true);
            }
            assertThat(log.at(now).ownThisMinute()).isLessThanOrEqualTo(10);
            assertThat(log.at(now).ownToday()).isLessThanOrEqualTo(25);
        }
        assertThat(log.at(MIDNIGHT.plus(Duration.ofHours(23))).ownToday()).isEqualTo(25);
    }

    private static List<Candidate> newModels(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i -> Candidates.pending("new-" + i, new Appearance(Trigger.NEW, MIDNIGHT.plusMillis(i)), null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Well-known models, the faster the lower their number. */
    private static List<Candidate> well(int count, Instant lastResultAt) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "m%02d".formatted(i);
            candidates.add(Candidates.tested(id, Candidates.standing(id, 0.9, 500 + 100 * i, 0, lastResultAt), null));
        }
        return candidates;
    }

    private static List<String> ids(List<PlannedProbe> plan) {
        return plan.stream()
                .map(probe -> probe.facts().model().providerId())
                .sorted()
                .toList();
    }
}
