/** Options that several commands share. */
@NullMarked
package dev.rota.launcher.options;

import org.jspecify.annotations.NullMarked;
