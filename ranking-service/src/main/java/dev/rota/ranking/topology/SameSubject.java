package dev.rota.ranking.topology;

import dev.rota.schema.topic.Topic;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A public topic's serde for an internal topic: written under the public topic's subject, so that the registry is not
 * filled with internal ones and old records stay readable as the schema evolves.
 */
final class SameSubject {
    private SameSubject() {}

    static <V> Serde<V> as(Topic<V> topic, Map<String, String> registry) {
        Serde<V> serde = topic.valueSerde(registry);
        return Serdes.serdeFrom(
                (_, value) -> serde.serializer().serialize(topic.name(), value),
                (_, data) -> serde.deserializer().deserialize(topic.name(), data));
    }
}
