/** Tests of the mappings. */
@NullMarked
package dev.rota.schema.mapping;

import org.jspecify.annotations.NullMarked;
