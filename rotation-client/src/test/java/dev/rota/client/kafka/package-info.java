/** Tests. */
@NullMarked
package dev.rota.client.kafka;

import org.jspecify.annotations.NullMarked;
