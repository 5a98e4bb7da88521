/** Why a model stands where it does in a rotation, in figures and in words. */
@NullMarked
package dev.rota.ranking.explain;

import org.jspecify.annotations.NullMarked;
