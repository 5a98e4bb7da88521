package dev.rota.discovery.month;

import dev.rota.discovery.change.Appearance;
import dev.rota.discovery.plan.Budget;
import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.discovery.plan.Candidate;
import dev.rota.discovery.plan.LastProbe;
import dev.rota.discovery.plan.PlannedProbe;
import dev.rota.discovery.plan.ProbePlanner;
import dev.rota.discovery.plan.ProbePolicy;
import dev.rota.discovery.plan.SpendingLog;
import dev.rota.discovery.plan.SuiteOutline;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A simulated month of probing 46 free models, and of a caller who asks every 16 minutes and follows the rotation that
 * the probes so far make: how long until an answer. Run {@code main}; it takes seconds and prints one table.
 */
public final class PlanningMonth {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int MODELS = 46;
    private static final double GIVE_UP_MS = 120_000;
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final SuiteOutline SUITE = new SuiteOutline("standard", List.of("one", "two", "three"));

    /** Chooses the models to probe at a minute. */
    private interface Prober {
        List<String> probe(PlanningMonth month, Instant now);
    }

    private final List<SimulatedModel> models = new ArrayList<>();
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final Map<String, LastProbe> last = new HashMap<>();
    private final SpendingLog spending = new SpendingLog();
    private final List<Double> waits = new ArrayList<>();
    private long requests;
    private int gaveUp;

    private PlanningMonth(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < MODELS; i++) {
            models.add(new SimulatedModel("m%03d".formatted(i), 0, random.nextLong()));
        }
        // As many come as go, so the catalogue stays about as large.
        for (int hour = 36; hour < DAYS * 24; hour += 36) {
            models.add(new SimulatedModel("m%03d".formatted(models.size()), hour, random.nextLong()));
        }
    }

    /** Arguments: how many seeds to average over; default 20. */
    public static void main(String[] args) {
        int seeds = args.length == 0 ? 20 : Integer.parseInt(args[0]);
        System.out.printf(
                "%d days, %d models, %d seeds; time to success in s%n%-44s %8s %8s %8s %9s %9s%n",
                DAYS, MODELS, seeds, "probing", "mean", "p50", "p95", "gave up", "req/day");
        report(seeds, "hindsight (true chance and latency known)", null);
        report(seeds, "planned, no limit", planned(BudgetLimits.UNLIMITED));
        report(seeds, "planned, 1000 a day, half reserved", planned(new BudgetLimits(20, 1000, 0.5)));
        report(seeds, "planned, 50 a day, half reserved", planned(new BudgetLimits(20, 50, 0.5)));
        report(seeds, "round robin, 25 a day", PlanningMonth::roundRobin);
        report(seeds, "once on the first day, never again", PlanningMonth::once);
    }

    private static void report(int seeds, String name, @Nullable Prober prober) {
        List<Double> waits = new ArrayList<>();
        long requests = 0;
        int gaveUp = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            PlanningMonth month = new PlanningMonth(seed);
            month.run(prober);
            waits.addAll(month.waits);
            requests += month.requests;
            gaveUp += month.gaveUp;
        }
        waits.sort(Comparator.naturalOrder());
        double mean = waits.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        System.out.printf(
                "%-44s %8.2f %8.2f %8.2f %8.2f%% %9.1f%n",
                name,
                mean / 1000,
                waits.get(waits.size() / 2) / 1000,
                waits.get(waits.size() * 95 / 100) / 1000,
                100.0 * gaveUp / waits.size(),
                (double) requests / seeds / DAYS);
    }

    private void run(@Nullable Prober prober) {
        int minutes = (int) Duration.ofDays(DAYS).toMinutes();
        for (int minute = 0; minute < minutes; minute += (int) STEP.toMinutes()) {
            Instant now = START.plus(Duration.ofMinutes(minute));
            if (prober != null) {
                prober.probe(this, now).forEach(id -> probe(id, now));
            }
            // The first day is for getting to know the models.
            if (minute % 16 == 8 && minute >= 24 * 60) {
                call(now, prober == null);
            }
        }
    }

    private void probe(String id, Instant now) {
        requests++;
        evidence(id).add(now, model(id).call(START, now));
    }

    private void call(Instant now, boolean hindsight) {
        ToDoubleFunction<SimulatedModel> index =
                hindsight ? m -> m.trueIndexMs(START, now) : m -> evidence(m.id).indexMs();
        List<SimulatedModel> rotation = present(now).stream()
                .filter(model -> index.applyAsDouble(model) < Double.MAX_VALUE)
                .sorted(Comparator.comparingDouble(index).thenComparing(model -> model.id))
                .limit(12)
                .toList();
        double waited = 0;
        for (SimulatedModel model : rotation) {
            double outcome = model.call(START, now.plusMillis(1));
            waited += Math.abs(outcome);
            if (outcome >= 0) {
                waits.add(waited);
                return;
            }
        }
        gaveUp++;
        waits.add(waited + GIVE_UP_MS);
    }

    private static Prober planned(BudgetLimits limits) {
        ProbePlanner planner = new ProbePlanner(SUITE, ProbePolicy.DEFAULT);
        return (month, now) -> month.plan(planner, limits, now);
    }

    private List<String> plan(ProbePlanner planner, BudgetLimits limits, Instant now) {
        List<Candidate> candidates = present(now).stream().map(this::candidate).toList();
        List<String> probed = new ArrayList<>();
        for (PlannedProbe probe : planner.plan(candidates, new Budget(limits, spending.at(now), null), now)) {
            spending.add(now, probe.requests(), true);
            String id = probe.facts().model().providerId();
            last.put(id, new LastProbe(probe.probeId(), now, true));
            for (int request = 0; request < probe.requests(); request++) {
                probed.add(id);
            }
        }
        return probed;
    }

    private Candidate candidate(SimulatedModel model) {
        Set<String> text = Set.of("text");
        Instant born = START.plus(Duration.ofHours(model.bornHour));
        Facts facts = new Facts(model.id, "f", 8192, null, text, text, Set.of(), "0", "0", true, null, null);
        LastProbe probe = last.get(model.id);
        return new Candidate(
                new ModelFacts(new ModelId("c", model.id), facts, born, born, null, null),
                probe == null ? new Appearance(Trigger.NEW, born) : null,
                evidence(model.id).standing(),
                probe);
    }

    /** The same 25 requests a day, to each model in turn. */
    private static List<String> roundRobin(PlanningMonth month, Instant now) {
        long minute = Duration.between(START, now).toMinutes();
        if (minute % 58 != 0) {
            return List.of();
        }
        List<SimulatedModel> present = month.present(now);
        return List.of(present.get((int) (minute / 58 % present.size())).id);
    }

    /** What the seed's team did by hand: every model tested once, the list kept. */
    private static List<String> once(PlanningMonth month, Instant now) {
        return now.equals(START) ? month.present(now).stream().map(m -> m.id).toList() : List.of();
    }

    private List<SimulatedModel> present(Instant now) {
        return models.stream().filter(model -> model.there(START, now)).toList();
    }

    private SimulatedModel model(String id) {
        return models.stream().filter(model -> model.id.equals(id)).findFirst().orElseThrow();
    }

    private Evidence evidence(String id) {
        return evidence.computeIfAbsent(id, Evidence::new);
    }
}
