/**
 * Rotations rebuilt from history, by the same estimator and selection as the live service. The order in which results
 * are given does not matter: {@link dev.rota.ranking.replay.Replay} walks through evidence time minute by minute.
 */
@NullMarked
package dev.rota.ranking.replay;

import org.jspecify.annotations.NullMarked;
