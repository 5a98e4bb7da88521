/**
 * Bounded HTTP: every exchange ends in a value, within its time and size, whatever the other side does.
 *
 * <p>{@link dev.rota.provider.http.ProviderHttp} sends; a {@link dev.rota.provider.http.Watchdog} closes the
 * connections of exchanges that overstay; {@link dev.rota.provider.http.SentClock} starts the clock when a connection
 * is there and the request goes out, so that DNS, TCP and TLS are not held against a model.
 */
@NullMarked
package dev.rota.provider.http;

import org.jspecify.annotations.NullMarked;
