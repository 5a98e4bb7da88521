/** The model list: of our own making, or a file once read from a real provider. */
@NullMarked
package dev.rota.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
