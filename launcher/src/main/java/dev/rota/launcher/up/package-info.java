/** All of Rota in one process. */
@NullMarked
package dev.rota.launcher.up;

import org.jspecify.annotations.NullMarked;
