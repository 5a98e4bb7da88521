package dev.rota.discovery.plan;

import dev.rota.discovery.change.Appearance;
import dev.rota.domain.probe.Trigger;
import dev.rota.domain.standing.TaskStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans the probes of one catalogue. Immutable; the same input gives the same plan. */
public final class ProbePlanner {
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

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
        routine(candidates, budget, now, spent, plan);
        return plan;
    }

    /** Candidates whose appearance waits for budget, after the plan was carried out. */
    public static long waiting(List<Candidate> candidates, List<PlannedProbe> plan) {
        long pending = candidates.stream().filter(c -> c.pending() != null).count();
        return pending - plan.stream().filter(p -> p.trigger() != Trigger.DUE).count();
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

    private void routine(List<Candidate> candidates, Budget budget, Instant now, long spent, List<PlannedProbe> plan) {
        Importance importance = new Importance(candidates, policy, now);
        boolean whole = demandPerDay(candidates, importance, suite.requests()) <= supplyPerDay(budget.limits())
                && suite.requests() <= minuteShare(budget.limits());
        double stretch = stretch(candidates, importance, budget.limits());
        Map<Candidate, Double> overdue = new HashMap<>();
        for (Candidate candidate : candidates) {
            double ratio = overdue(candidate, importance.pause(candidate).toMillis() * stretch, now);
            if (ratio >= 1) {
                overdue.put(candidate, ratio);
            }
        }
        long left = Math.min(budget.availableForRoutine(now), budget.available(now)) - spent;
        List<Candidate> order = overdue.keySet().stream()
                .sorted(Comparator.comparingDouble((Candidate c) -> -overdue.getOrDefault(c, 0.0))
                        .thenComparing(Candidate::model))
                .toList();
        for (Candidate candidate : order) {
            PlannedProbe probe = probe(ProbeIds.after(candidate), candidate, Trigger.DUE, whole);
            if (probe.requests() > left) {
                return;
            }
            left -= probe.requests();
            plan.add(probe);
        }
    }

    /** How many of its pauses a candidate has waited; less than 1 while it need not be looked at. */
    private double overdue(Candidate candidate, double pauseMs, Instant now) {
        LastProbe last = candidate.last();
        Instant look = candidate.lastLook();
        if (candidate.pending() != null) {
            return 0;
        }
        if (look == null) {
            return Double.MAX_VALUE;
        }
        // A clock that went back must not make a model wait for the time it was looked at to come round again.
        double waitedMs = Math.abs(Duration.between(look, now).toMillis());
        boolean unanswered = last != null && !last.answered();
        return waitedMs
                / (unanswered
                        ? Math.max(pauseMs, (double) policy.unansweredAfter().toMillis())
                        : pauseMs);
    }

    /** By how much pauses are stretched so that the budget pays for them, one request a look. */
    private double stretch(List<Candidate> candidates, Importance importance, BudgetLimits limits) {
        return Math.max(1, demandPerDay(candidates, importance, 1) / supplyPerDay(limits));
    }

    private static double demandPerDay(List<Candidate> candidates, Importance importance, int requests) {
        return candidates.stream()
                .mapToDouble(candidate ->
                        requests * DAY_MS / importance.pause(candidate).toMillis())
                .sum();
    }

    private static double supplyPerDay(BudgetLimits limits) {
        Integer day = limits.probesPerDay();
        double byMinute = minuteShare(limits) * DAY_MS / Duration.ofMinutes(1).toMillis();
        return day == null ? byMinute : Math.min(day, byMinute);
    }

    private static double minuteShare(BudgetLimits limits) {
        Integer minute = limits.probesPerMinute();
        return minute == null ? Double.MAX_VALUE / DAY_MS : minute;
    }

    /** Whether a day's budget pays for one whole suite of every candidate; if not, one task each tells more. */
    private boolean affordsWholeSuites(int candidates, BudgetLimits limits) {
        Integer day = limits.probesPerDay();
        boolean daily = day == null || day >= (long) candidates * suite.requests();
        return daily && minuteShare(limits) >= suite.requests();
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
