/** Views fed by hand. */
@NullMarked
package dev.rota.gateway.view;

import org.jspecify.annotations.NullMarked;
