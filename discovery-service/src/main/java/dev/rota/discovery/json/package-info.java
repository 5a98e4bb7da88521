/**
 * Catalogues as JSON: OpenRouter's {@code /models} and the {@code /v1/models} of anything compatible with OpenAI. One
 * tolerant reader serves both, for providers mix the two shapes: a fact is taken from where it is found.
 */
@NullMarked
package dev.rota.discovery.json;

import org.jspecify.annotations.NullMarked;
