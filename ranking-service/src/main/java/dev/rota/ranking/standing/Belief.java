package dev.rota.ranking.standing;

/**
 * What {@link Availability} believes of a model once it has seen all its results. It is never written to.
 *
 * @param weights how well each behaviour foretold the results; they need not add up to one
 * @param up per behaviour, the chance that the model was up just after the last result
 * @param since when that was, in epoch milliseconds; {@link Long#MAX_VALUE} if there is no result
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Belief(double[] weights, double[] up, long since) {}
