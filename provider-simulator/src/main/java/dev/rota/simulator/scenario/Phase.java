package dev.rota.simulator.scenario;

import dev.rota.simulator.behaviour.Patch;

/** From a moment on, a model behaves differently. */
public record Phase(Moment from, Patch patch) {}
