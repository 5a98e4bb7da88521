package dev.rota.client.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What became of a record's bytes. */
sealed interface Decoded<V> {
    /** It could be read. */
    record Read<V>(TopicRecord<V> record) implements Decoded<V> {}

    /** It could not be read, or not just now. */
    record Refused<V>(ConsumerRecord<String, byte[]> record, RuntimeException reason) implements Decoded<V> {}
}
