package dev.rota.client.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param key its key; empty if it has none
 * @param value its value; null where it removes the key
 * @param timestamp when it was made, as its producer said
 * @param partition where it is
 * @param offset where in the partition
 */
public record TopicRecord<V>(String key, @Nullable V value, Instant timestamp, int partition, long offset) {}
