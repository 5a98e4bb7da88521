/** Streams, guards and descriptions. */
@NullMarked
package dev.rota.gateway.http;

import org.jspecify.annotations.NullMarked;
