/**
 * Which models came, went, or will go, and who may take a place that becomes free. Pure: facts and standings in, events
 * out.
 */
@NullMarked
package dev.rota.domain.availability;

import org.jspecify.annotations.NullMarked;
