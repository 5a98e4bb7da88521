/**
 * Changes of rotations, pushed to web addresses.
 *
 * <pre>
 * rota.rotation-changes ──a consumer group for each webhook──> Hold ──held long enough──> Sender ──2xx──> commit
 *                                                                │ taken back meanwhile      └─last try─> rota.dead-letters
 *                                                                └─> commit
 * </pre>
 *
 * <p>Every change that held is told at least once, under an id that stays the same, or becomes a dead letter. What was
 * settled is committed with Kafka, so a restart tells nothing twice, unless the process died between the receiver's
 * answer and the commit.
 */
@NullMarked
package dev.rota.gateway.webhook;

import org.jspecify.annotations.NullMarked;
