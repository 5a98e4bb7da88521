package dev.rota.client.kafka;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topic;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes records of a topic from bytes. For one thread at a time: Confluent's deserializer promises no more. */
final class RecordDecoder<V> implements AutoCloseable {
    private final Deserializer<V> values;

    RecordDecoder(Topic<V> topic, KafkaSettings kafka) {
        this.values = topic.valueSerde(ReaderSettings.registry(kafka)).deserializer();
    }

    Decoded<V> decode(ConsumerRecord<String, byte[]> record) {
        try {
            return new Decoded.Read<>(new TopicRecord<>(
                    record.key() == null ? "" : record.key(),
                    values.deserialize(record.topic(), record.value()),
                    Instant.ofEpochMilli(record.timestamp()),
                    record.partition(),
                    record.offset()));
        } catch (RuntimeException e) {
            return new Decoded.Refused<>(record, e);
        }
    }

    @Override
    public void close() {
        values.close();
    }
}
