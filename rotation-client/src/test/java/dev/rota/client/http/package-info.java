/** Tests. */
@NullMarked
package dev.rota.client.http;

import org.jspecify.annotations.NullMarked;
