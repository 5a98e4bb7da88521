/** Tests. */
@NullMarked
package dev.rota.client;

import org.jspecify.annotations.NullMarked;
