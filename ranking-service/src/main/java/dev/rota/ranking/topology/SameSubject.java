package dev.rota.ranking.topology;

import dev.rota.schema.topic.Topic;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A public topic's serde for an internal topic: written under the public topic's subject, so that the registry is not
 * filled with internal ones and old records stay readable as the schema evolves.
 */
final class SameSubject {
    private SameSubject() {}

    static <V> Serde<V> as(Topic<V> topic, Map<String, String> registry) {
        Serde<V> serde = topic.valueSerde(registry);
        return Serdes.serdeFrom(
                new Remembering<>(serde.serializer(), topic.name()),
                (_, data) -> serde.deserializer().deserialize(topic.name(), data));
    }

    /** One value goes to every rotation, one after the other: its bytes are made once. */
    private static final class Remembering<V> implements Serializer<V> {
        private final Serializer<V> serializer;
        private final String topic;
        private volatile Written last = new Written(new Object(), new byte[0]);

        Remembering(Serializer<V> serializer, String topic) {
            this.serializer = serializer;
            this.topic = topic;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the very value that was written last
        public byte @Nullable [] serialize(String internalTopic, @Nullable V value) {
            if (value == null) {
                return null;
            }
            Written known = last;
            if (known.value == value) {
                return known.bytes;
            }
            byte[] bytes = Objects.requireNonNull(serializer.serialize(topic, value));
            last = new Written(value, bytes);
            return bytes;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Written(Object value, byte[] bytes) {}
}
