package dev.rota.schema.serde;

import dev.rota.schema.mapping.EventMapping;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the serdes of events. The wire format is Confluent's: a zero byte, the schema's id in four bytes, Avro.
 *
 * <p>What cannot be read, whether the bytes are not Avro or the values break a rule of the domain, is a
 * {@link SerializationException}, so that every reader meets one kind of failure. Its kind
 * {@link RegistryUnavailableException} says that nothing is wrong with the record.
 */
public final class EventSerdes {
    private static final String EVENT_PACKAGE = "dev.rota.event.";

    static {
        // Avro makes classes named in a schema only if they are trusted; ours are, whatever else is.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getName().startsWith(EVENT_PACKAGE)));
    }

    private EventSerdes() {}

    /**
     * A serde of domain values.
     *
     * @param mapping how the value becomes an event
     * @param registry settings of Confluent's client; {@code schema.registry.url} is required
     */
    public static <D, E extends SpecificRecord> Serde<D> of(EventMapping<D, E> mapping, Map<String, ?> registry) {
        Map<String, Object> settings = new HashMap<>(registry);
        settings.put("specific.avro.reader", true);
        // The generated classes' own notes on Java strings are nobody else's business.
        settings.put("avro.remove.java.properties", true);
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(RegistryClients.plain(settings));
        serializer.configure(settings, false);
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(RegistryClients.plain(settings));
        deserializer.configure(settings, false);
        return Serdes.serdeFrom(
                new EventSerializer<>(mapping, new EventWriter<>(serializer, mapping.schema())),
                new EventDeserializer<>(new ValueReader<>(deserializer, mapping)));
    }

    /** Both ways may need to ask the registry for a schema. */
    private static <T> T asking(String topic, Supplier<T> conversion) {
        try {
            return conversion.get();
        } catch (RuntimeException e) {
            if (RegistryUnavailableException.isBehind(e)) {
                throw new RegistryUnavailableException(topic, e);
            }
            // The registry's client has kinds of its own, for a schema that is not there and the like.
            throw e instanceof SerializationException known
                    ? known
                    : new SerializationException(
                            "a record of " + topic + " has no schema to go by: " + e.getMessage(), e);
        }
    }

    private record EventSerializer<D, E extends SpecificRecord>(EventMapping<D, E> mapping, EventWriter<E> writer)
            implements Serializer<D> {
        @Override
        public byte @Nullable [] serialize(String topic, @Nullable D value) {
            if (value == null) {
                return null;
            }
            E event = mapping.toEvent(value);
            return asking(topic, () -> writer.write(topic, event));
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private record EventDeserializer<D, E extends SpecificRecord>(ValueReader<D, E> reader) implements Deserializer<D> {
        @Override
        public @Nullable D deserialize(String topic, byte @Nullable [] data) {
            if (data == null) {
                return null;
            }
            D known = reader.known(data);
            return known != null ? known : asking(topic, () -> reader.read(topic, data));
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
