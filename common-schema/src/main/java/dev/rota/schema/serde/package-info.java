/** Kafka serializers over Confluent's, which give and take domain values. */
@NullMarked
package dev.rota.schema.serde;

import org.jspecify.annotations.NullMarked;
