package dev.rota.provider.judge;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of a response.
 *
 * @param prompt tokens of the request; null if the provider does not say
 * @param completion tokens of the answer, reasoning included
 * @param reasoning tokens of the reasoning; 0 if there was none or the provider does not say
 * @param estimated whether the provider gave no figures and these were estimated from the text
 */
public record Tokens(@Nullable Integer prompt, int completion, int reasoning, boolean estimated) {}
