/** What the evidence says of one model now. */
@NullMarked
package dev.rota.domain.standing;

import org.jspecify.annotations.NullMarked;
