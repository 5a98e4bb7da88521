/**
 * A schema registry that speaks Confluent's HTTP protocol and keeps everything in one compacted Kafka topic.
 *
 * <p>{@link dev.rota.registry.SchemaRegistry} composes three parts: {@code http} turns requests into calls,
 * {@code subject} holds the state and decides, {@code log} writes each decision to the topic and applies what it reads
 * back. State changes only by reading the topic, so a restart rebuilds it exactly.
 */
@NullMarked
package dev.rota.registry;

import org.jspecify.annotations.NullMarked;
