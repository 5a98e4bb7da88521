/** Reading on many threads what one thread is to have in order. */
@NullMarked
package dev.rota.runtime.batch;

import org.jspecify.annotations.NullMarked;
