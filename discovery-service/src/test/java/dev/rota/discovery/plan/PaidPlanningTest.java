package dev.rota.discovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catalogues whose models cost money: 0.02 dollars a request at the most, as planning counts. */
class PaidPlanningTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant LATE = MIDNIGHT.plus(Duration.ofHours(23)).plusSeconds(60);
    private static final String PRICE = "0.0000032";

    private final ProbePlanner planner =
            new ProbePlanner(new SuiteOutline("standard", List.of("one", "two", "three")), ProbePolicy.DEFAULT);

    @Test
    void withoutMoneyNothingPaidIsPlannedAndFreeModelsAre() {
        List<Candidate> candidates = paid(5);
        candidates.add(Candidates.tested("free", Candidates.standing("free", 0.9, 900, 0, Instant.EPOCH), null));
        assertThat(planner.plan(candidates, budget(0, 0), LATE))
                .extracting(probe -> probe.facts().model().providerId())
                .containsExactly("free");
    }

    @Test
    void whatIsPlannedCostsNoMoreThanTheCapLeaves() {
        assertThat(planner.plan(paid(50), budget(0.5, 0), LATE))
                .hasSize(25)
                .allSatisfy(probe -> assertThat(probe.requests()).isEqualTo(1));
        assertThat(planner.plan(paid(50), budget(0.5, 0.4), LATE)).hasSize(5);
        assertThat(planner.planAll(paid(50), budget(0.5, 0.49), LATE)).isEmpty();
    }

    @Test
    void aPriceThatIsNotKnownIsNeverPaid() {
        assertThat(planner.planAll(List.of(Candidates.paid("router", "-1", "-1")), budget(100, 0), LATE))
                .isEmpty();
    }

    @Test
    void moneyIsSpreadOverTheDay() {
        assertThat(planner.plan(paid(50), budget(0.5, 0), MIDNIGHT)).hasSize(1);
        assertThat(planner.plan(paid(50), budget(0.5, 0), MIDNIGHT.plus(Duration.ofHours(11))))
                .hasSize(12);
    }

    @Test
    void aDayOfPlanningKeepsToTheCapAndUsesIt() {
        SpendingLog log = new SpendingLog();
        BudgetLimits limits = new BudgetLimits(20, 100_000, 0.5, 0.5);
        List<Candidate> candidates = paid(30);
        for (Instant now = MIDNIGHT; now.isBefore(MIDNIGHT.plus(Duration.ofDays(1))); now = now.plusSeconds(60)) {
            for (PlannedProbe probe : planner.plan(candidates, new Budget(limits, log.at(now), null), now)) {
                log.add(now, probe.requests(), true, ProbeCost.usd(probe.facts().facts(), probe.requests()));
            }
            assertThat(log.at(now).usdToday()).isLessThanOrEqualTo(0.5);
        }
        assertThat(log.at(LATE).usdToday()).isGreaterThan(0.45);
    }

    private static Budget budget(double cap, double spent) {
        return new Budget(new BudgetLimits(6_000, 100_000, 0.5, cap), new Spent(0, 0, 0, 0, spent), null);
    }

    private static List<Candidate> paid(int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(Candidates.paid("m%02d".formatted(i), PRICE, PRICE));
        }
        return candidates;
    }
}
