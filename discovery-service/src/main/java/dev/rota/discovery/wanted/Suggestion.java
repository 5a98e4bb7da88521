package dev.rota.discovery.wanted;

import dev.rota.domain.model.ModelFacts;

/**
 * A real id near the one that was asked for.
 *
 * @param model the model
 * @param reason how it differs, for people
 */
public record Suggestion(ModelFacts model, String reason) {}
