/**
 * Discovery's place on Kafka.
 *
 * <p>Instances form a consumer group on {@code rota.models}; the one that holds its first partition leads. The leader
 * opens the transactional producer that all instances share by its id, which shuts out every earlier leader, then reads
 * back what is published, and only then begins to publish. So two instances never publish the same thing twice, even if
 * one of them was only believed dead.
 */
@NullMarked
package dev.rota.discovery.kafka;

import org.jspecify.annotations.NullMarked;
