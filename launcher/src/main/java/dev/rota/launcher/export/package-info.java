/** Rotations into files of other tools: once, or whenever they change. */
@NullMarked
package dev.rota.launcher.export;

import org.jspecify.annotations.NullMarked;
