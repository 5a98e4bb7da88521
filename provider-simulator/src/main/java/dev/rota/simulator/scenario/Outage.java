package dev.rota.simulator.scenario;

import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;

/** While it lasts, every request fails. */
public record Outage(Window window, Mixture<FailureShape> failures) {}
