@NullMarked
package dev.rota.launcher.terminal;

import org.jspecify.annotations.NullMarked;
