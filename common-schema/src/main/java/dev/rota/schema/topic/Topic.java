package dev.rota.schema.topic;

import dev.rota.schema.mapping.EventMapping;
import dev.rota.schema.serde.EventSerdes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * A topic: keys are UTF-8 strings, values are events. The values' subject in the registry is {@code <name>-value}.
 *
 * @param <V> the domain value its events carry
 * @param name the topic's name; public API
 * @param mapping how values become events
 * @param partitions how many are made where the topic is missing
 * @param cleanup how it forgets
 * @param retention how long records are kept; null for ever. Without meaning for a compacted topic
 */
public record Topic<V>(
        String name,
        EventMapping<V, ?> mapping,
        int partitions,
        Cleanup cleanup,
        @Nullable Duration retention) {

    /** Keys of every topic. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /**
     * Values as domain values.
     *
     * @param registry settings of Confluent's client; {@code schema.registry.url} is required
     */
    public Serde<V> valueSerde(Map<String, ?> registry) {
        return EventSerdes.of(mapping, registry);
    }

    /** The subject of the values' schema in the registry. */
    public String subject() {
        return name + "-value";
    }
}
