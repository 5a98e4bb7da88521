@NullMarked
package dev.rota.launcher.history;

import org.jspecify.annotations.NullMarked;
