/**
 * How a policy would have served callers, by the rules of contract section 5:
 * {@link dev.rota.ranking.backtest.Backtest} lets {@link dev.rota.ranking.backtest.Contender}s, stock policies, policy
 * files and simple baselines alike, propose an order before each bucket of time and then tries it on the bucket's
 * outcomes.
 */
@NullMarked
package dev.rota.ranking.backtest;

import org.jspecify.annotations.NullMarked;
