/**
 * Following a rotation from an application.
 *
 * <p>A {@link dev.rota.client.RotationSubscription} keeps the newest snapshot that a
 * {@link dev.rota.client.RotationFeed} delivers, and tells listeners. {@link dev.rota.client.http} has the feed over
 * HTTP, which needs nothing but the JDK; {@link dev.rota.client.kafka} the one over Kafka; {@link dev.rota.client.call}
 * tries a rotation's models in order.
 */
@NullMarked
package dev.rota.client;

import org.jspecify.annotations.NullMarked;
