package dev.rota.simulator.scenario;

import dev.rota.simulator.behaviour.Patch;
import java.util.List;

/**
 * What a scenario says of the models that a pattern matches.
 *
 * @param glob which models
 * @param patch how they behave
 * @param phases how that changes with time, earliest first; a later phase adds to an earlier one
 * @param outages when every request fails
 * @param absent when the catalogue does not list them
 */
public record ModelRule(Glob glob, Patch patch, List<Phase> phases, List<Outage> outages, List<Window> absent) {

    public ModelRule {
        phases = List.copyOf(phases);
        outages = List.copyOf(outages);
        absent = List.copyOf(absent);
    }

    /** Behaviour only. */
    public static ModelRule of(String glob, Patch patch) {
        return new ModelRule(new Glob(glob), patch, List.of(), List.of(), List.of());
    }
}
