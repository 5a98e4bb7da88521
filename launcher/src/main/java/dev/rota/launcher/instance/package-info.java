/** Instances of {@code rota up} that run on this machine, so that other commands find them. */
@NullMarked
package dev.rota.launcher.instance;

import org.jspecify.annotations.NullMarked;
