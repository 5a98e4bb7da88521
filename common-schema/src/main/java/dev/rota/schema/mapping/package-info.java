/** Carries domain values into Avro events and back, one mapping an event; Avro goes no further than this. */
@NullMarked
package dev.rota.schema.mapping;

import org.jspecify.annotations.NullMarked;
