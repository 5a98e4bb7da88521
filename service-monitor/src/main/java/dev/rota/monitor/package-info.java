/**
 * What operators ask of a service that runs alone: whether it lives, whether it is ready, and its figures.
 * {@link dev.rota.monitor.Monitor} answers on a port of its own, and only where one is configured.
 */
@NullMarked
package dev.rota.monitor;

import org.jspecify.annotations.NullMarked;
