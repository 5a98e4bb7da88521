package dev.rota.schema.mapping;

import dev.rota.domain.model.Facts;
import java.util.List;
import java.util.Set;

/** The facts inside other events. */
final class FactsMapping {
    private FactsMapping() {}

    static dev.rota.event.Facts toEvent(Facts facts) {
        return new dev.rota.event.Facts(
                facts.name(),
                facts.family(),
                facts.contextLength(),
                facts.maxOutputTokens(),
                List.copyOf(facts.inputModalities()),
                List.copyOf(facts.outputModalities()),
                List.copyOf(facts.supportedParameters()),
                facts.promptPricePerToken(),
                facts.completionPricePerToken(),
                facts.free(),
                facts.createdAt(),
                facts.expiresAt());
    }

    static Facts toDomain(dev.rota.event.Facts event) {
        return new Facts(
                event.getName(),
                event.getFamily(),
                event.getContextLength(),
                event.getMaxOutputTokens(),
                Set.copyOf(event.getInputModalities()),
                Set.copyOf(event.getOutputModalities()),
                Set.copyOf(event.getSupportedParameters()),
                event.getPromptPricePerToken(),
                event.getCompletionPricePerToken(),
                event.getFree(),
                event.getCreatedAt(),
                event.getExpiresAt());
    }
}
