/**
 * The server and its paths. {@link dev.rota.gateway.http.Routes} is the list of them, against which a test holds
 * {@code openapi.yaml}; {@link dev.rota.gateway.http.Guard} refuses what must not get so far.
 */
@NullMarked
package dev.rota.gateway.http;

import org.jspecify.annotations.NullMarked;
