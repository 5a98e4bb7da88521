/** Reads catalogues over HTTP: page by page, within bounds, never following the provider to another host. */
@NullMarked
package dev.rota.discovery.http;

import org.jspecify.annotations.NullMarked;
