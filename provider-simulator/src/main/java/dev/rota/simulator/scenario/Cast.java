package dev.rota.simulator.scenario;

import dev.rota.simulator.behaviour.Behaviour;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Personality;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the part that each model plays at each time. Safe for many threads. */
public final class Cast {
    private final Scenario scenario;
    private final long seed;
    private final Instant start;
    private final Map<String, Part> parts = new ConcurrentHashMap<>();

    /** @param start what offsets in the scenario count from */
    public Cast(Scenario scenario, long seed, Instant start) {
        this.scenario = scenario;
        this.seed = seed;
        this.start = start;
    }

    /** One model's rules, looked up once. */
    private record Part(Behaviour base, List<ModelRule> rules) {
        boolean isConstant() {
            return rules.stream()
                    .allMatch(rule -> rule.phases().isEmpty() && rule.outages().isEmpty());
        }
    }

    /** How the model behaves now. */
    public Behaviour behaviour(String model, Instant now) {
        Part part = part(model);
        if (part.isConstant()) {
            return part.base();
        }
        Behaviour behaviour = part.base();
        for (ModelRule rule : part.rules()) {
            behaviour = rule.phases().stream()
                    .filter(phase -> !now.isBefore(phase.from().resolve(start)))
                    .reduce(behaviour, (so, phase) -> phase.patch().applyTo(so), (_, last) -> last);
        }
        return withOutages(part, behaviour, now);
    }

    private Behaviour withOutages(Part part, Behaviour behaviour, Instant now) {
        return part.rules().stream()
                .flatMap(rule -> rule.outages().stream())
                .filter(outage -> outage.window().contains(now, start))
                .findFirst()
                .map(outage -> behaviour.failing(outage.failures()))
                .orElse(behaviour);
    }

    /** Whether the catalogue lists the model now. */
    public boolean isListed(String model, Instant now) {
        return part(model).rules().stream()
                .flatMap(rule -> rule.absent().stream())
                .noneMatch(window -> window.contains(now, start));
    }

    /** Whether any model ever comes or goes. */
    public boolean changesCatalogue() {
        return scenario.rules().stream().anyMatch(rule -> !rule.absent().isEmpty());
    }

    private Part part(String model) {
        Part known = parts.get(model);
        return known != null ? known : parts.computeIfAbsent(model, this::assign);
    }

    private Part assign(String model) {
        List<ModelRule> rules = scenario.rules().stream()
                .filter(rule -> rule.glob().matches(model))
                .toList();
        Behaviour base = base(model, rules.isEmpty());
        for (ModelRule rule : rules) {
            base = rule.patch().applyTo(base);
        }
        return new Part(base, rules);
    }

    private Behaviour base(String model, boolean unspecified) {
        Patch defaults = scenario.defaults();
        if (defaults != null) {
            return defaults.applyTo(Behaviour.PERFECT);
        }
        return unspecified ? Personality.of(seed, model) : Behaviour.PERFECT;
    }
}
