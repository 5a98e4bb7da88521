package dev.rota.ranking.replay;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.TestResult;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.ranking.Samples;
import dev.rota.ranking.evidence.Evidence;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.standing.Estimator;
import dev.rota.ranking.standing.PreparedEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Prints how near a replay, which looks seldom at models out of reach and waits with results that say nothing new,
 * comes to looking at every result: the share of half hours with the same first model and the same first three, how
 * much of the lists they share, and what both cost a caller who knows nothing of what is to come. Arguments: how many
 * made-up worlds, how many models each has; their chances and latencies change now and then.
 */
final class ReplayFidelity {
    private static final int DAYS = 40;
    private static final long LOOK_MS = Duration.ofMinutes(30).toMillis();
    private static final int LOOKS = (int) (Duration.ofDays(DAYS).toMillis() / LOOK_MS);

    /** Looks before that are not counted: little is known yet. */
    private static final int WARM = 96;

    private static final double RESULTS_A_DAY = 20;
    private static final double REGIME_DAYS = 6;
    private static final double FAILURE_MS = 10_500;
    private static final double NOBODY_MS = 60_000;

    private final Policy policy = StockPolicies.named("speed").orElseThrow();
    private final Map<ModelId, double[]> costs = new HashMap<>();
    private final Map<ModelId, double[]> chances = new HashMap<>();
    private final List<TestResult> results = new ArrayList<>();

    private ReplayFidelity(long seed, int models) {
        Random random = new Random(seed);
        for (int m = 0; m < models; m++) {
            live(random, Samples.model("family" + m % 17 + "/model-" + m));
        }
        results.sort(Comparator.comparing(TestResult::startedAt));
    }

    static void main(String[] args) {
        for (long seed = 1; seed <= Integer.parseInt(args[0]); seed++) {
            ReplayFidelity world = new ReplayFidelity(seed, Integer.parseInt(args[1]));
            List<Rotation> seldom = world.replayed();
            List<Rotation> always = world.lookedAtEachTime();
            System.out.printf(
                    Locale.ROOT,
                    "world %d: same first %.3f, same first three %.3f, lists shared %.3f; a caller takes %.0f ms, looking at"
                            + " everything %.0f ms%n",
                    seed,
                    world.same(seldom, always, 1),
                    world.same(seldom, always, 3),
                    world.shared(seldom, always),
                    world.cost(seldom),
                    world.cost(always));
        }
    }

    private void live(Random random, ModelId model) {
        double usual = random.nextBoolean() ? random.nextDouble() * 0.3 : 0.4 + 0.6 * random.nextDouble();
        double usualMs = Math.exp(Math.log(800) + 3 * random.nextDouble());
        double chance = usual;
        double latencyMs = usualMs;
        double change = after(random, REGIME_DAYS);
        double time = after(random, 1 / RESULTS_A_DAY);
        double[] cost = new double[LOOKS];
        double[] success = new double[LOOKS];
        int look = 0;
        while (look < LOOKS) {
            while (time > change) {
                change += after(random, REGIME_DAYS);
                chance = random.nextInt(3) == 0 ? random.nextDouble() : usual;
                latencyMs = usualMs * Math.exp(0.4 * random.nextGaussian());
            }
            for (; look < LOOKS && look * LOOK_MS <= time; look++) {
                success[look] = chance;
                cost[look] = chance * latencyMs * Math.exp(0.125) + (1 - chance) * FAILURE_MS;
            }
            Instant at = Samples.START.plusMillis((long) time);
            results.add(
                    random.nextDouble() < chance
                            ? Samples.success(model, at, (long) (latencyMs * Math.exp(0.5 * random.nextGaussian())))
                            : Samples.failure(model, at, FailureKind.OVERLOADED, 500 + random.nextInt(20_000)));
            time += after(random, 1 / RESULTS_A_DAY);
        }
        costs.put(model, cost);
        chances.put(model, success);
    }

    /** Milliseconds until something happens that happens once in so many days. */
    private static double after(Random random, double days) {
        return -Math.log(1 - random.nextDouble()) * days * Duration.ofDays(1).toMillis();
    }

    private List<Rotation> replayed() {
        Timeline timeline = new Timeline();
        new Replay(List.of(policy), Estimator.standard(), List.of())
                .run(results, null, (rotation, _) -> timeline.add(rotation));
        return timeline.looks();
    }

    private List<Rotation> lookedAtEachTime() {
        Timeline timeline = new Timeline();
        Estimator estimator = Estimator.standard();
        Ranking ranking = new Ranking(List.of(policy), estimator, _ -> null);
        Map<ModelId, Evidence> evidence = new HashMap<>();
        Map<Long, List<TestResult>> steps = new TreeMap<>();
        results.forEach(result -> steps.computeIfAbsent(
                        result.startedAt().toEpochMilli() / Replay.STEP_MS, _ -> new ArrayList<>())
                .add(result));
        for (List<TestResult> step : steps.values()) {
            Instant at = step.getLast().startedAt();
            step.forEach(result ->
                    evidence.merge(result.model(), Evidence.empty().with(result), (known, _) -> known.with(result)));
            List<Draft> drafts = step.stream()
                    .map(TestResult::model)
                    .distinct()
                    .map(model -> {
                        PreparedEvidence prepared = estimator.prepare(known(evidence, model), ranking.norms());
                        return new Draft(
                                prepared.evidence(),
                                estimator.standing(model, prepared, null, at),
                                null,
                                ranking.norms(),
                                prepared);
                    })
                    .toList();
            ranking.look(drafts, List.of(), at)
                    .forEach(selection -> timeline.add(selection.state().rotation()));
        }
        return timeline.looks();
    }

    private double same(List<Rotation> one, List<Rotation> other, int first) {
        int same = 0;
        for (int look = WARM; look < LOOKS; look++) {
            same += models(one.get(look), first).equals(models(other.get(look), first)) ? 1 : 0;
        }
        return (double) same / (LOOKS - WARM);
    }

    private double shared(List<Rotation> one, List<Rotation> other) {
        double shared = 0;
        for (int look = WARM; look < LOOKS; look++) {
            Set<ModelId> both = new HashSet<>(models(one.get(look), Integer.MAX_VALUE));
            Set<ModelId> any = new HashSet<>(both);
            any.addAll(models(other.get(look), Integer.MAX_VALUE));
            both.retainAll(models(other.get(look), Integer.MAX_VALUE));
            shared += (double) both.size() / any.size();
        }
        return shared / (LOOKS - WARM);
    }

    /** The mean time to success of callers who try one entry after the other, in milliseconds. */
    private double cost(List<Rotation> rotations) {
        double total = 0;
        for (int look = WARM; look < LOOKS; look++) {
            double none = 1;
            for (RotationEntry entry : rotations.get(look).entries()) {
                total += none * known(costs, entry.model())[look];
                none *= 1 - known(chances, entry.model())[look];
            }
            total += none * NOBODY_MS;
        }
        return total / (LOOKS - WARM);
    }

    private static <T> T known(Map<ModelId, T> ofModels, ModelId model) {
        return Objects.requireNonNull(ofModels.get(model));
    }

    private static List<ModelId> models(Rotation rotation, int first) {
        return rotation.entries().stream()
                .limit(first)
                .map(RotationEntry::model)
                .toList();
    }

    /** Which rotation was in force at each look. */
    private static final class Timeline {
        private final List<Rotation> published = new ArrayList<>();

        void add(Rotation rotation) {
            published.add(rotation);
        }

        List<Rotation> looks() {
            List<Rotation> looks = new ArrayList<>(LOOKS);
            int next = 0;
            for (int look = 0; look < LOOKS; look++) {
                Instant at = Samples.START.plusMillis(look * LOOK_MS);
                while (next + 1 < published.size()
                        && !published.get(next + 1).computedAt().isAfter(at)) {
                    next++;
                }
                looks.add(published.get(next));
            }
            return looks;
        }
    }
}
