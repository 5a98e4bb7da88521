/** Round trips, golden texts and refusals. */
@NullMarked
package dev.rota.json;

import org.jspecify.annotations.NullMarked;
