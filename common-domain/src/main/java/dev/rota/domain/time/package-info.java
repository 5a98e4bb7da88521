/** Durations as people write them. */
@NullMarked
package dev.rota.domain.time;

import org.jspecify.annotations.NullMarked;
