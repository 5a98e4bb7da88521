/** Models and what their catalogues say of them. */
@NullMarked
package dev.rota.domain.model;

import org.jspecify.annotations.NullMarked;
