package dev.rota.schema.serde;

import dev.rota.schema.mapping.EventMapping;
import dev.rota.schema.mapping.StraightReader;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from records. Confluent's deserializer is given the first record of each schema, asks the registry, and
 * refuses what is to be refused; what follows is read by Avro alone, for its look-ups cost more than the reading.
 * Thread-safe.
 *
 * @param <D> the domain value
 * @param <E> the event it is carried as
 */
final class ValueReader<D, E extends SpecificRecord> {
    private final KafkaAvroDeserializer confluent;
    private final EventMapping<D, E> mapping;

    /** By the id of the schema a record was written with; empty if the registry does not have it under our subject. */
    private final Map<Integer, Optional<StraightReader<D>>> readers = new ConcurrentHashMap<>();

    ValueReader(KafkaAvroDeserializer confluent, EventMapping<D, E> mapping) {
        this.confluent = confluent;
        this.mapping = mapping;
    }

    /** The value of a record that Avro alone can read; null if it is for {@link #read} to read, or to refuse. */
    @Nullable
    D known(byte[] data) {
        StraightReader<D> reader = WireFormat.holds(data) ? reader(WireFormat.schemaId(data)) : null;
        if (reader == null) {
            return null;
        }
        try {
            return reader.read(decoder(data));
        } catch (IOException | RuntimeException _) {
            return null;
        }
    }

    /** Throws what Confluent's deserializer does, and {@link SerializationException} if the value breaks a rule. */
    D read(String topic, byte[] data) {
        Object event = confluent.deserialize(topic, data, mapping.schema());
        if (!mapping.eventType().isInstance(event)) {
            throw new SerializationException("a record of " + topic + " holds "
                    + (event == null ? "nothing" : event.getClass().getName()) + ", not a "
                    + mapping.eventType().getSimpleName());
        }
        if (WireFormat.holds(data)) {
            readers.computeIfAbsent(WireFormat.schemaId(data), id -> newReader(topic, id, data, event));
        }
        try {
            return mapping.toDomain(mapping.eventType().cast(event));
        } catch (RuntimeException e) {
            throw new SerializationException("a record of " + topic + " is refused: " + e.getMessage(), e);
        }
    }

    private @Nullable StraightReader<D> reader(int schemaId) {
        Optional<StraightReader<D>> reader = readers.get(schemaId);
        return reader == null ? null : reader.orElse(null);
    }

    private Optional<StraightReader<D>> newReader(String topic, int id, byte[] first, Object event) {
        try {
            ParsedSchema written = confluent.getSchemaBySubjectAndId(topic + "-value", id);
            return written instanceof AvroSchema avro
                    ? Optional.of(newReader(avro.rawSchema(), first, event))
                    : Optional.empty();
        } catch (IOException | RestClientException _) {
            return Optional.empty();
        }
    }

    private StraightReader<D> newReader(Schema written, byte[] first, Object event) throws IOException {
        StraightReader<D> straight = mapping.straight();
        // As our own serializer registers it, without what generated classes note for themselves.
        Schema own = AvroSchemaUtils.getSchema(event, false, false, true);
        if (straight != null && written.equals(own)) {
            return straight;
        }
        DatumReader<E> events = new SpecificDatumReader<>(written, mapping.schema());
        // Avro makes most of a reader at its first use, which is over before another thread can see this one.
        E _ = events.read(null, decoder(first));
        return in -> mapping.toDomain(events.read(null, in));
    }

    private static Decoder decoder(byte[] data) {
        return DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER, data.length - WireFormat.HEADER, null);
    }

    void close() {
        confluent.close();
    }
}
