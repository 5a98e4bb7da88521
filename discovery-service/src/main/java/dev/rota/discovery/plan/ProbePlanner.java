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
        long spent = appearances(candidates, budget, now, plan);
        Looks looks = new Looks(candidates, policy, budget.limits(), now);
        long left = Math.min(budget.availableForRoutine(now), budget.available(now) - spent);
        routine(looks.due(), affordsDueSuites(looks, budget.limits()), left, plan);
        return plan;
    }

    /** The same where somebody asked to look at every candidate now, due or not. */
    public List<PlannedProbe> planAll(List<Candidate> candidates, Budget budget, Instant now) {
        List<PlannedProbe> plan = new ArrayList<>();
        long spent = appearances(candidates, budget, now, plan);
        Looks looks = new Looks(candidates, policy, budget.limits(), now);
        boolean whole = affordsWholeSuites(candidates.size(), budget.limits());
        routine(looks.all(), whole, budget.available(now) - spent, plan);
        return plan;
    }

    private long appearances(List<Candidate> candidates, Budget budget, Instant now, List<PlannedProbe> plan) {
        boolean whole = affordsWholeSuites(candidates.size(), budget.limits());
        long left = budget.available(now);
        long spent = 0;
        List<Candidate> pending = candidates.stream()
                .filter(candidate -> candidate.pending() != null)
                .sorted(Comparator.comparingInt(ProbePlanner::urgencyOfAppearance)
                        .thenComparing(candidate -> pending(candidate).at())
                        .thenComparing(Candidate::model))
                .toList();
        for (Candidate candidate : pending) {
            Appearance appearance = pending(candidate);
            String id = ProbeIds.of(candidate.model(), appearance);
            PlannedProbe probe = probe(id, candidate, appearance.trigger(), whole);
            if (probe.requests() > left - spent) {
                break;
            }
            spent += probe.requests();
            plan.add(probe);
        }
        return spent;
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

    private void routine(List<Candidate> order, boolean whole, long budget, List<PlannedProbe> plan) {
        long left = budget;
        for (Candidate candidate : order) {
            PlannedProbe probe = probe(ProbeIds.after(candidate), candidate, Trigger.DUE, whole);
            if (probe.requests() > left) {
                return;
            }
            left -= probe.requests();
            plan.add(probe);
        }
    }

    /** Whether every look can be one at the whole suite. */
    private boolean affordsDueSuites(Looks looks, BudgetLimits limits) {
        return looks.demandPerDay() * suite.requests() <= Looks.supplyPerDay(limits)
                && Looks.perMinute(limits) >= suite.requests();
    }

    /** Whether a day's budget pays for one whole suite of every candidate; if not, one task each tells more. */
    private boolean affordsWholeSuites(int candidates, BudgetLimits limits) {
        Integer day = limits.probesPerDay();
        boolean daily = day == null || day >= (long) candidates * suite.requests();
        return daily && Looks.perMinute(limits) >= suite.requests();
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
