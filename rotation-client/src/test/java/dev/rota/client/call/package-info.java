/** Tests. */
@NullMarked
package dev.rota.client.call;

import org.jspecify.annotations.NullMarked;
