@NullMarked
package dev.rota.launcher.command;

import org.jspecify.annotations.NullMarked;
