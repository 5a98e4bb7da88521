package dev.rota.discovery.plan;

import java.time.Instant;

/**
 * The newest probe published for a model.
 *
 * @param probeId its id
 * @param at when it was published
 * @param answered whether a result of it has come
 */
public record LastProbe(String probeId, Instant at, boolean answered) {}
