@NullMarked
package dev.rota.domain.text;

import org.jspecify.annotations.NullMarked;
