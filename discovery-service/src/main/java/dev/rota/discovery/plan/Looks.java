package dev.rota.discovery.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How overdue a look at each candidate is, under one budget at one time. */
final class Looks {
    private static final double DAY_MS = Duration.ofDays(1).toMillis();
    /** Where the looks asked for are this many times those that can be paid for, shortage is at its worst. */
    private static final double SHORTEST = 8;

    private static final double MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

    private record Look(Candidate candidate, double overdue) {}

    private final ProbePolicy policy;
    private final Instant now;
    private final Importance importance;
    private final double demandPerDay;
    private final double usdPerDay;
    private final double stretch;
    private final double paidStretch;
    private final List<Look> looks;

    Looks(List<Candidate> candidates, ProbePolicy policy, BudgetLimits limits, Instant now) {
        this.policy = policy;
        this.now = now;
        this.importance = importance(candidates, policy, limits, now);
        this.demandPerDay = demandPerDay(candidates, importance);
        this.usdPerDay = candidates.stream()
                .mapToDouble(candidate ->
                        usd(candidate) * DAY_MS / importance.pause(candidate).toMillis())
                .filter(Double::isFinite)
                .sum();
        this.stretch = Math.max(1, demandPerDay / supplyPerDay(limits));
        this.paidStretch = Math.max(stretch, usdPerDay == 0 ? 0 : usdPerDay / limits.usdPerDay());
        this.looks = candidates.stream()
                .filter(candidate -> candidate.pending() == null)
                .map(candidate -> new Look(candidate, overdue(candidate)))
                .sorted(Comparator.comparingDouble(Look::overdue)
                        .reversed()
                        .thenComparing(look -> look.candidate().model()))
                .toList();
    }

    private static Importance importance(
            List<Candidate> candidates, ProbePolicy policy, BudgetLimits limits, Instant now) {
        Importance ample = new Importance(candidates, policy, 0, now);
        double stretch = demandPerDay(candidates, ample) / supplyPerDay(limits);
        return stretch <= 1
                ? ample
                : new Importance(candidates, policy, Math.min(1, Math.log(stretch) / Math.log(SHORTEST)), now);
    }

    private static double demandPerDay(List<Candidate> candidates, Importance importance) {
        return candidates.stream()
                .mapToDouble(candidate -> DAY_MS / importance.pause(candidate).toMillis())
                .sum();
    }

    /** Candidates whose pause is over, the most overdue first. */
    List<Candidate> due() {
        return looks.stream()
                .takeWhile(look -> look.overdue() >= 1)
                .map(Look::candidate)
                .toList();
    }

    /** All that have no appearance pending, the most overdue first. */
    List<Candidate> all() {
        return looks.stream().map(Look::candidate).toList();
    }

    /** How many looks a day the pauses ask for, before they are stretched. */
    double demandPerDay() {
        return demandPerDay;
    }

    /** What these looks would cost a day, at one request each, before the pauses are stretched. */
    double usdPerDay() {
        return usdPerDay;
    }

    private static double usd(Candidate candidate) {
        return ProbeCost.usd(candidate.facts().facts(), 1);
    }

    /** How many requests a day probes may make. */
    static double supplyPerDay(BudgetLimits limits) {
        Integer day = limits.probesPerDay();
        double byMinute = perMinute(limits) * MINUTES_A_DAY;
        return day == null ? byMinute : Math.min(day, byMinute);
    }

    static double perMinute(BudgetLimits limits) {
        Integer minute = limits.probesPerMinute();
        return minute == null ? Double.MAX_VALUE / DAY_MS : minute;
    }

    /** How many of its pauses a candidate has waited; less than 1 while it need not be looked at. */
    private double overdue(Candidate candidate) {
        Instant look = candidate.lastLook();
        if (look == null) {
            return Double.MAX_VALUE;
        }
        double pauseMs = importance.pause(candidate).toMillis() * (usd(candidate) > 0 ? paidStretch : stretch);
        LastProbe last = candidate.last();
        if (last != null && !last.answered()) {
            pauseMs = Math.max(pauseMs, (double) policy.unansweredAfter().toMillis());
        }
        // A clock that went back must not make a model wait for the time it was looked at to come round again.
        return Math.abs(Duration.between(look, now).toMillis()) / pauseMs;
    }
}
