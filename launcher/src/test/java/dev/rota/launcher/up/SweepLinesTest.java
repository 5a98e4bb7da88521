package dev.rota.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.CatalogueReport;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.discovery.plan.Spent;
import dev.rota.discovery.wanted.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepLinesTest {
    private final List<String> told = new ArrayList<>();
    private final SweepLines lines = new SweepLines(told::add);

    @Test
    void aSweepThatChangesNothingIsToldOnce() {
        lines.onSweep(new CatalogueReport("c", true, 9, 2, 0, 0, 0, 0, List.of()));
        lines.onSweep(new CatalogueReport("c", true, 9, 2, 0, 0, 0, 0, List.of()));
        lines.onSweep(new CatalogueReport("c", true, 8, 2, 0, 0, 1, 0, List.of()));
        assertThat(told)
                .containsExactly(
                        "catalogue c: 9 models, 2 to test; 0 new, 0 changed, 0 retired, 0 returned",
                        "catalogue c: 8 models, 2 to test; 0 new, 0 changed, 1 retired, 0 returned");
    }

    @Test
    void aCatalogueThatStaysAwayIsToldOnceAndWhenItIsBack() {
        CatalogueProblem problem = new CatalogueProblem("c", "body", "is no complete JSON");
        lines.onProblem(problem);
        lines.onSweep(new CatalogueReport("c", false, 9, 2, 0, 0, 0, 0, List.of(problem)));
        lines.onSweep(new CatalogueReport("c", false, 9, 2, 0, 0, 0, 0, List.of(problem)));
        lines.onSweep(new CatalogueReport("c", true, 9, 2, 0, 0, 0, 0, List.of()));
        assertThat(told)
                .containsExactly(
                        "catalogue c: body: is no complete JSON",
                        "catalogue c was not read; what was known of it stays",
                        "catalogue c: 9 models, 2 to test; 0 new, 0 changed, 0 retired, 0 returned");
    }

    @Test
    void modelsThatWaitForBudgetSayWhichSettingHoldsThem() {
        Budget budget = new Budget(new BudgetLimits(6_000, null, 0.5), Spent.NOTHING, null);
        lines.onWait("c", 9_000, budget);
        lines.onWait("c", 7, new Budget(budget.limits(), Spent.NOTHING, Instant.parse("2026-05-01T10:00:00Z")));
        assertThat(told)
                .containsExactly(
                        "catalogue c: 9000 models wait for requests that the account allows, 3000 a minute for probes"
                                + " (catalogues.c.budget.perMinute and reservedShare)",
                        "catalogue c: 7 models wait for requests that the account allows;"
                                + " the provider has asked to be left alone until 2026-05-01T10:00:00Z");
    }

    @Test
    void whatBecameOfAWantedIdIsTold() {
        lines.onWanted(new Finding("a/b", List.of(), List.of()));
        assertThat(told).containsExactly("wanted: a/b is in no catalogue, and nothing in them is like it");
    }
}
