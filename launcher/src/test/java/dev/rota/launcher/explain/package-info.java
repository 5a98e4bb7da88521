@NullMarked
package dev.rota.launcher.explain;

import org.jspecify.annotations.NullMarked;
