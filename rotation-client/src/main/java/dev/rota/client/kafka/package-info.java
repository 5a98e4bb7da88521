/**
 * Reading topics without a group: each reader has its own positions, begins with what is there, and owes nobody a
 * commit. {@link dev.rota.client.kafka.TopicSnapshot} reads once; {@link dev.rota.client.kafka.TopicFollower} goes on
 * for ever; {@link dev.rota.client.kafka.KafkaFeed} is a follower of one rotation.
 */
@NullMarked
package dev.rota.client.kafka;

import org.jspecify.annotations.NullMarked;
