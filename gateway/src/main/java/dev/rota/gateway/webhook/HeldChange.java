package dev.rota.gateway.webhook;

import dev.rota.domain.rotation.RotationChange;
import java.time.Instant;

/**
 * A change as the topic has it.
 *
 * @param offset its place in its partition
 * @param at since when it is so
 * @param change what changed
 */
record HeldChange(long offset, Instant at, RotationChange change) {}
