package dev.rota.discovery.plan;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.standing.TaskStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans the probes of one catalogue. Immutable; the same input gives the same plan. */
public final class ProbePlanner {
    private final SuiteOutline suite;
    private final ProbePolicy policy;

    public ProbePlanner(SuiteOutline suite, ProbePolicy policy) {
        this.suite = suite;
        this.policy = policy;
    }

    /** The probes to publish now, in order. */
    public List<PlannedProbe> plan(List<Candidate> candidates, Budget budget, Instant now) {
        List<PlannedProbe> plan = new ArrayList<>();
        Purse purse = new Purse(budget.available(now), budget.usdLeftToday());
        appearances(candidates, budget.limits(), purse, plan);
        Looks looks = new Looks(candidates, policy, budget.limits(), now);
        Purse routine = purse.atMost(budget.availableForRoutine(now), budget.usdForRoutine(now));
        routine(looks.due(), affordsDueSuites(looks, budget.limits()), routine, plan);
        return plan;
    }

    /** The same where somebody asked to look at every candidate now, due or not. */
    public List<PlannedProbe> planAll(List<Candidate> candidates, Budget budget, Instant now) {
        List<PlannedProbe> plan = new ArrayList<>();
        Purse purse = new Purse(budget.available(now), budget.usdLeftToday());
        appearances(candidates, budget.limits(), purse, plan);
        Looks looks = new Looks(candidates, policy, budget.limits(), now);
        routine(looks.all(), affordsWholeSuites(candidates, budget.limits()), purse, plan);
        return plan;
    }

    private void appearances(List<Candidate> candidates, BudgetLimits limits, Purse purse, List<PlannedProbe> plan) {
        boolean whole = affordsWholeSuites(candidates, limits);
        List<Candidate> pending = candidates.stream()
                .filter(candidate -> candidate.pending() != null)
                .sorted(Comparator.comparingInt(ProbePlanner::urgencyOfAppearance)
                        .thenComparing(candidate -> pending(candidate).at())
                        .thenComparing(Candidate::model))
                .toList();
        for (Candidate candidate : pending) {
            Appearance appearance = pending(candidate);
            String id = ProbeIds.of(candidate.model(), appearance);
            if (!add(probe(id, candidate, appearance.trigger(), whole), purse, plan)) {
                return;
            }
        }
    }

    /**
     * Adds the probe if it can be paid for; false if the requests are used up, so that the first in turn is the first
     * served. One that only costs too much money is passed over: others may cost none.
     */
    private static boolean add(PlannedProbe probe, Purse purse, List<PlannedProbe> plan) {
        if (!purse.hasRequests(probe.requests())) {
            return false;
        }
        if (purse.pays(probe)) {
            plan.add(probe);
        }
        return true;
    }

    private static Appearance pending(Candidate candidate) {
        return Objects.requireNonNull(candidate.pending());
    }

    private static int urgencyOfAppearance(Candidate candidate) {
        return switch (pending(candidate).trigger()) {
            case NEW -> 0;
            case RETURNED -> 1;
            case CHANGED, DUE, REQUESTED -> 2;
        };
    }

    private void routine(List<Candidate> order, boolean whole, Purse purse, List<PlannedProbe> plan) {
        for (Candidate candidate : order) {
            if (!add(probe(ProbeIds.after(candidate), candidate, Trigger.DUE, whole), purse, plan)) {
                return;
            }
        }
    }

    /** Whether every look can be one at the whole suite. */
    private boolean affordsDueSuites(Looks looks, BudgetLimits limits) {
        return looks.demandPerDay() * suite.requests() <= Looks.supplyPerDay(limits)
                && looks.usdPerDay() * suite.requests() <= limits.usdPerDay()
                && Looks.perMinute(limits) >= suite.requests();
    }

    /** Whether a day's budget pays for one whole suite of every candidate; if not, one task each tells more. */
    private boolean affordsWholeSuites(List<Candidate> candidates, BudgetLimits limits) {
        Integer day = limits.probesPerDay();
        boolean daily = day == null || day >= (long) candidates.size() * suite.requests();
        double usd = candidates.stream()
                .mapToDouble(candidate -> ProbeCost.usd(candidate.facts().facts(), suite.requests()))
                .filter(Double::isFinite)
                .sum();
        return daily && usd <= limits.usdPerDay() && Looks.perMinute(limits) >= suite.requests();
    }

    private PlannedProbe probe(String id, Candidate candidate, Trigger trigger, boolean whole) {
        if (candidate.failuresInARow() > 0) {
            return new PlannedProbe(
                    id, candidate.facts(), trigger, suite.only(suite.tasks().getFirst()), 1);
        }
        return whole
                ? new PlannedProbe(id, candidate.facts(), trigger, suite.name(), suite.requests())
                : new PlannedProbe(id, candidate.facts(), trigger, suite.only(leastKnownTask(candidate)), 1);
    }

    private String leastKnownTask(Candidate candidate) {
        return suite.tasks().stream()
                .min(Comparator.comparingLong(task -> results(candidate, task)))
                .orElseThrow();
    }

    private long results(Candidate candidate, String task) {
        if (candidate.standing() == null) {
            return 0;
        }
        @Nullable
        TaskStanding known = candidate.standing().tasks().stream()
                .filter(standing -> standing.task().equals(suite.name() + "/" + task))
                .findFirst()
                .orElse(null);
        return known == null ? 0 : known.successes() + known.failures();
    }
}
