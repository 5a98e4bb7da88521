@NullMarked
package dev.rota.export;

import org.jspecify.annotations.NullMarked;
