@NullMarked
package dev.rota.domain.availability;

import org.jspecify.annotations.NullMarked;
