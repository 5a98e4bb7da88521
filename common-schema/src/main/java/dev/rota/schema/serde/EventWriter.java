package dev.rota.schema.serde;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes events. Confluent's serializer is given the first of each topic and has the registry give its schema an id;
 * what follows is written by Avro alone under that id, for its look-ups cost more than the writing. Thread-safe.
 */
final class EventWriter<E extends SpecificRecord> {
    private static final int USUAL_SIZE = 256;

    private final KafkaAvroSerializer confluent;
    private final DatumWriter<E> avro;

    /** What every record of a topic begins with. */
    private final Map<String, byte[]> headers = new ConcurrentHashMap<>();

    EventWriter(KafkaAvroSerializer confluent, Schema schema) {
        this.confluent = confluent;
        this.avro = new SpecificDatumWriter<>(schema);
    }

    /** Throws what Confluent's serializer does. */
    byte[] write(String topic, E event) {
        byte[] header = headers.get(topic);
        if (header == null) {
            byte[] first = confluent.serialize(topic, event);
            headers.put(topic, Arrays.copyOf(first, WireFormat.HEADER));
            return first;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.writeBytes(header);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            avro.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory could not be written", e);
        }
        return bytes.toByteArray();
    }

    void close() {
        confluent.close();
    }
}
