@NullMarked
package dev.rota.schema;

import org.jspecify.annotations.NullMarked;
