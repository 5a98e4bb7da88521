/** The HTTP side: routes, requests as values, and the playing of scripts. */
@NullMarked
package dev.rota.simulator.http;

import org.jspecify.annotations.NullMarked;
