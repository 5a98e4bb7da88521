/** The rules that domain values share. */
@NullMarked
package dev.rota.domain;

import org.jspecify.annotations.NullMarked;
