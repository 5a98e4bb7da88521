/**
 * Randomised tests that can be repeated: {@link dev.rota.testsupport.random.Seed} gives a seed and prints it on
 * failure.
 */
@NullMarked
package dev.rota.testsupport.random;

import org.jspecify.annotations.NullMarked;
