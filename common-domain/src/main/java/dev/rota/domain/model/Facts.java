package dev.rota.domain.model;

import dev.rota.domain.Checks;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of a model, reduced to the facts that matter to a caller.
 *
 * @param name for people
 * @param family the author part of the id
 * @param contextLength tokens a request may hold, answer included; 0 if the catalogue does not say
 * @param maxOutputTokens tokens an answer may have; null if the catalogue does not say
 * @param inputModalities such as {@code text}, {@code image}; sorted
 * @param outputModalities such as {@code text}; sorted
 * @param supportedParameters such as {@code tools}, {@code response_format}; sorted
 * @param promptPricePerToken US dollars as a decimal string; null if the catalogue does not say
 * @param completionPricePerToken US dollars as a decimal string; null if the catalogue does not say
 * @param free whether a text request costs nothing
 * @param createdAt when the provider published it; null if unknown
 * @param expiresAt when the provider will withdraw it; null if not announced
 */
public record Facts(
        String name,
        String family,
        long contextLength,
        @Nullable Long maxOutputTokens,
        Set<String> inputModalities,
        Set<String> outputModalities,
        Set<String> supportedParameters,
        @Nullable String promptPricePerToken,
        @Nullable String completionPricePerToken,
        boolean free,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt) {

    public Facts {
        Checks.notNegative("contextLength", contextLength);
        Checks.optionalNotNegative("maxOutputTokens", maxOutputTokens);
        inputModalities = WordSet.of(inputModalities);
        outputModalities = WordSet.of(outputModalities);
        supportedParameters = WordSet.of(supportedParameters);
    }

    /** Whether the model takes the parameter, such as {@code tools}. */
    public boolean supports(String parameter) {
        return supportedParameters.contains(parameter);
    }
}
