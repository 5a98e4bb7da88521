/** Guesses at what a mistyped name was to be. */
@NullMarked
package dev.rota.domain.text;

import org.jspecify.annotations.NullMarked;
