/**
 * Confluent's HTTP protocol: {@link dev.rota.registry.http.RegistryServer} listens, one class of routes for each part
 * of it.
 */
@NullMarked
package dev.rota.registry.http;

import org.jspecify.annotations.NullMarked;
