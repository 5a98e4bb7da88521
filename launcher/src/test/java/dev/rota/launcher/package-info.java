@NullMarked
package dev.rota.launcher;

import org.jspecify.annotations.NullMarked;
