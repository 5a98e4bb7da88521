/** The gateway as its callers see it. */
@NullMarked
package dev.rota.gateway;

import org.jspecify.annotations.NullMarked;
