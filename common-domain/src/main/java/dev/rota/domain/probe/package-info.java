/** Requests to test a model, and why each was made. */
@NullMarked
package dev.rota.domain.probe;

import org.jspecify.annotations.NullMarked;
