@NullMarked
package dev.rota.domain.time;

import org.jspecify.annotations.NullMarked;
