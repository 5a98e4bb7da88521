@NullMarked
package dev.rota.launcher.options;

import org.jspecify.annotations.NullMarked;
