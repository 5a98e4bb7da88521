@NullMarked
package dev.rota.launcher.instance;

import org.jspecify.annotations.NullMarked;
