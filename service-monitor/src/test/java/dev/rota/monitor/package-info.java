@NullMarked
package dev.rota.monitor;

import org.jspecify.annotations.NullMarked;
