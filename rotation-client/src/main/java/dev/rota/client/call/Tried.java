package dev.rota.client.call;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;

/**
 * An attempt that failed.
 *
 * @param model who was asked
 * @param failure what came of it
 * @param latencyMs how long it took
 */
public record Tried(ModelId model, Failure failure, long latencyMs) {}
