@NullMarked
package dev.rota.domain.rotation;

import org.jspecify.annotations.NullMarked;
