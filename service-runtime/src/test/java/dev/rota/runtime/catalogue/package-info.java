@NullMarked
package dev.rota.runtime.catalogue;

import org.jspecify.annotations.NullMarked;
