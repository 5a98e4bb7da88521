/**
 * The rules by which one rotation is made, as plain values: who may enter, in what order, how spread, how steady.
 *
 * <p>{@link dev.rota.ranking.policy.Expression} is the small language of the ordering rule.
 */
@NullMarked
package dev.rota.ranking.policy;

import org.jspecify.annotations.NullMarked;
