/** Ordered lists of models, and how they change. */
@NullMarked
package dev.rota.domain.rotation;

import org.jspecify.annotations.NullMarked;
