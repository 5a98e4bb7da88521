package dev.rota.schema.serde;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads events. Confluent's deserializer is given the first record of each schema, asks the registry, and refuses what
 * is to be refused; what follows is read by Avro alone, for its look-ups cost more than the reading. Thread-safe.
 */
final class EventReader {
    private final KafkaAvroDeserializer confluent;
    private final Schema schema;

    /** By the id of the schema a record was written with; empty if the registry does not have it under our subject. */
    private final Map<Integer, Optional<DatumReader<Object>>> readers = new ConcurrentHashMap<>();

    /** @param schema what events are read as, whichever they were written with */
    EventReader(KafkaAvroDeserializer confluent, Schema schema) {
        this.confluent = confluent;
        this.schema = schema;
    }

    /** Throws what Confluent's deserializer does. */
    @Nullable
    Object read(String topic, byte[] data) {
        DatumReader<Object> known = known(data);
        if (known != null) {
            try {
                return read(known, data);
            } catch (IOException | RuntimeException _) {
                // Confluent's says below what is wrong with it.
            }
        }
        Object event = confluent.deserialize(topic, data, schema);
        if (known == null && WireFormat.holds(data)) {
            readers.computeIfAbsent(WireFormat.schemaId(data), id -> reader(topic, id, data));
        }
        return event;
    }

    private @Nullable DatumReader<Object> known(byte[] data) {
        Optional<DatumReader<Object>> reader =
                WireFormat.holds(data) ? readers.get(WireFormat.schemaId(data)) : Optional.empty();
        return reader == null ? null : reader.orElse(null);
    }

    private Optional<DatumReader<Object>> reader(String topic, int id, byte[] first) {
        try {
            ParsedSchema written = confluent.getSchemaBySubjectAndId(topic + "-value", id);
            if (!(written instanceof AvroSchema avro)) {
                return Optional.empty();
            }
            DatumReader<Object> reader = new SpecificDatumReader<>(avro.rawSchema(), schema);
            // Avro makes most of a reader at its first use, which is over before another thread can see this one.
            Object _ = read(reader, first);
            return Optional.of(reader);
        } catch (IOException | RestClientException _) {
            return Optional.empty();
        }
    }

    private static Object read(DatumReader<Object> reader, byte[] data) throws IOException {
        return reader.read(
                null,
                DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER, data.length - WireFormat.HEADER, null));
    }

    void close() {
        confluent.close();
    }
}
