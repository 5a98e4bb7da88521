/**
 * From evidence to figures: what a model's results, the catalogue's facts and the time say of it.
 *
 * <p>{@link dev.rota.ranking.standing.Estimator} puts together {@link dev.rota.ranking.standing.Availability} (will the
 * next request succeed?), {@link dev.rota.ranking.standing.LatencyEstimate} (how long will the answer take?) and
 * {@link dev.rota.ranking.standing.FailureCost} (what does a failure cost?) to the index of contract section 4. The
 * formulae and their sources are in {@code docs/ranking.md}.
 */
@NullMarked
package dev.rota.ranking.standing;

import org.jspecify.annotations.NullMarked;
