/** How services reach Kafka and the schema registry. */
@NullMarked
package dev.rota.runtime.kafka;

import org.jspecify.annotations.NullMarked;
