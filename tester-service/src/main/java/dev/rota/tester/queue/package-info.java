/**
 * Probes in and results out, over Kafka. {@link dev.rota.tester.queue.ShareGroupQueue} takes probes from a share group,
 * so that any number of slots work on any number of partitions; {@link dev.rota.tester.queue.ClassicQueue} from a
 * consumer group, where the broker has no share groups. {@link dev.rota.tester.queue.Outbox} publishes.
 *
 * <pre>
 * acquired ──finished──> results published ──> accepted
 *     ├──cannot be read, or delivered too often──> dead letter published ──> accepted
 *     ├──limit, stop──> released; or, with tasks done or deliveries nearly used up, published anew ──> accepted
 *     └──worker died──> acquired by another, one delivery more
 * </pre>
 */
@NullMarked
package dev.rota.tester.queue;

import org.jspecify.annotations.NullMarked;
