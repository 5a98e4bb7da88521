@NullMarked
package dev.rota.discovery;

import org.jspecify.annotations.NullMarked;
