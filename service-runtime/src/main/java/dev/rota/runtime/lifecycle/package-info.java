/** Starting and stopping parts in order. */
@NullMarked
package dev.rota.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
