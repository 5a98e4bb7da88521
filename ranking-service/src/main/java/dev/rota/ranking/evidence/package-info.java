/**
 * What is kept of a model's results, as one immutable value.
 *
 * <p>{@link dev.rota.ranking.evidence.Evidence} holds the newest results of a model, one by one, in three lanes: tests,
 * traffic, and failures that are not the model's. What a lane holds is a function of the <em>set</em> of results it was
 * given: the newest N by (start, id), one per id. So order, duplicates and restarts cannot show in a standing.
 */
@NullMarked
package dev.rota.ranking.evidence;

import org.jspecify.annotations.NullMarked;
