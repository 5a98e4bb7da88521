/** The answer to {@code ./rota explain}: for a person, and for a program. */
@NullMarked
package dev.rota.launcher.explain;

import org.jspecify.annotations.NullMarked;
