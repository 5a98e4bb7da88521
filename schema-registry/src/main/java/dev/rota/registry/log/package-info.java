/**
 * The registry's state as a compacted topic, in the record format of Confluent's registry, so that either can take over
 * from the other.
 */
@NullMarked
package dev.rota.registry.log;

import org.jspecify.annotations.NullMarked;
