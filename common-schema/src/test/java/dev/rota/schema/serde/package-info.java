/** Tests of the parts that make serdes. */
@NullMarked
package dev.rota.schema.serde;

import org.jspecify.annotations.NullMarked;
