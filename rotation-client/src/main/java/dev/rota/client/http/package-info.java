/** A rotation over HTTP: server-sent events from a gateway, with nothing but the JDK. */
@NullMarked
package dev.rota.client.http;

import org.jspecify.annotations.NullMarked;
