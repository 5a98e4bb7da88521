package dev.rota.ranking.selection;

import dev.rota.domain.rotation.Rotation;
import java.time.Instant;

/**
 * What must be remembered between two selections of one rotation.
 *
 * @param rotation as last published
 * @param primarySince evidence time at which its primary became primary
 * @param lastGood the rotation when some model last answered: what stays if everything then fails at once
 */
public record RotationState(Rotation rotation, Instant primarySince, Rotation lastGood) {}
