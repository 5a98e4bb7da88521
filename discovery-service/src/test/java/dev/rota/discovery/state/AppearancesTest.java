package dev.rota.discovery.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Listing;
import dev.rota.discovery.catalogue.ReadingBuilder;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.change.CatalogueComparison;
import dev.rota.discovery.change.Comparison;
import dev.rota.discovery.change.KnownModel;
import dev.rota.discovery.filter.ModelFilter;
import dev.rota.discovery.plan.BudgetLimits;
import dev.rota.discovery.plan.PlannedProbe;
import dev.rota.discovery.plan.ProbeIds;
import dev.rota.discovery.plan.ProbePlanner;
import dev.rota.discovery.plan.ProbePolicy;
import dev.rota.discovery.plan.SuiteOutline;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the catalogue does, whatever fails, and whenever discovery is killed: each appearance of a model is
 * published once. The two topics are lists; a kill may fall before or after any write, as with transactions.
 */
class AppearancesTest {
    private static final int STEPS = 150;
    private static final SuiteOutline SUITE = new SuiteOutline("s", List.of("a", "b", "c"));

    private final CatalogueComparison comparison = new CatalogueComparison(false);
    private final ProbePlanner planner = new ProbePlanner(SUITE, ProbePolicy.DEFAULT);
    private final Map<ModelId, KnownModel> modelsTopic = new HashMap<>();
    private final List<ModelFound> foundTopic = new ArrayList<>();
    private final Set<String> appearances = new HashSet<>();

    static List<Long> seeds() {
        return new Random(20261123).longs(60).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachAppearanceIsPublishedOnce(long seed) {
        Random random = new Random(seed);
        BudgetLimits limits = random.nextBoolean() ? BudgetLimits.UNLIMITED : new BudgetLimits(6, 400, 0.5);
        Map<Integer, Integer> catalogue = new HashMap<>();
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        CatalogueState state = restart(limits);
        for (int step = 0; step < STEPS; step++) {
            now = now.plusSeconds(random.nextInt(100) == 0 ? -3_000 : 600 + random.nextInt(600));
            mutate(catalogue, random);
            if (!sweep(state, catalogue, random, now) || !plan(state, random, now)) {
                state = restart(limits);
            }
        }
        // In the end everything still pending is paid for.
        for (int minute = 0; minute < 100; minute++) {
            now = now.plus(Duration.ofMinutes(2));
            plan(state, new Random(0), now);
        }
        check();
    }

    private void check() {
        List<String> published = foundTopic.stream()
                .filter(probe -> probe.trigger() != Trigger.DUE)
                .map(ModelFound::probeId)
                .toList();
        assertThat(published).doesNotHaveDuplicates();
        assertThat(appearances).containsAll(published);
        assertThat(foundTopic.stream().map(ModelFound::probeId)).doesNotHaveDuplicates();
        for (KnownModel model : modelsTopic.values()) {
            if (model.appearance() != null && !model.facts().retired()) {
                assertThat(published).contains(ProbeIds.of(model.facts().model(), model.appearance()));
            }
        }
    }

    private static void mutate(Map<Integer, Integer> catalogue, Random random) {
        int model = random.nextInt(12);
        switch (random.nextInt(4)) {
            case 0 -> catalogue.remove(model);
            case 1 -> catalogue.put(model, 1000 + random.nextInt(3));
            case 2 -> catalogue.putIfAbsent(model, 1000);
            default -> {
                // A quiet step.
            }
        }
    }

    /** False if discovery was killed meanwhile. */
    private boolean sweep(CatalogueState state, Map<Integer, Integer> catalogue, Random random, Instant now) {
        Comparison compared = state.compare(comparison, reading(catalogue, random, now), true);
        if (random.nextInt(12) == 0) {
            return false;
        }
        for (KnownModel model : compared.toRemember()) {
            modelsTopic.put(model.facts().model(), model);
            if (model.appearance() != null) {
                appearances.add(ProbeIds.of(model.facts().model(), model.appearance()));
            }
        }
        if (random.nextInt(12) == 0) {
            return false;
        }
        state.accept(compared);
        return true;
    }

    private boolean plan(CatalogueState state, Random random, Instant now) {
        List<ModelFound> probes = planner.plan(state.candidates(now), state.budget(now), now).stream()
                .map((PlannedProbe probe) -> probe.at(now))
                .toList();
        if (random.nextInt(12) == 1) {
            return false;
        }
        foundTopic.addAll(probes);
        if (random.nextInt(12) == 1) {
            return false;
        }
        probes.forEach(state::found);
        // What was just published is read back, too.
        probes.forEach(state::found);
        return true;
    }

    private static Sweep reading(Map<Integer, Integer> catalogue, Random random, Instant now) {
        int fate = random.nextInt(10);
        if (fate == 0) {
            return new Sweep.Failed(now, new CatalogueProblem("c", "body", "broken"));
        }
        ReadingBuilder reading = new ReadingBuilder("c");
        if (fate > 1) {
            catalogue.forEach((model, context) -> {
                if (random.nextInt(30) != 0) {
                    reading.add("data", listing(model, context));
                }
            });
        }
        return new Sweep.Read(reading.build(now));
    }

    private CatalogueState restart(BudgetLimits limits) {
        CatalogueState state = new CatalogueState("c", ModelFilter.FREE_TEXT, AccountLimits.chosen(limits), SUITE);
        modelsTopic.values().forEach(state::restore);
        foundTopic.forEach(state::found);
        state.restored();
        return state;
    }

    private static Listing listing(int model, Integer context) {
        Set<String> text = Set.of("text");
        Facts facts = new Facts(
                "m", "f", Objects.requireNonNull(context), null, text, text, Set.of(), "0", "0", true, null, null);
        return new Listing(new ModelId("c", "m" + model), facts, null);
    }
}
