package dev.rota.ranking.topology;

import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Reads events together with their bytes. */
final class ArrivalSerde {
    private ArrivalSerde() {}

    static <V> Serde<Arrival> of(Serde<V> events, BiFunction<@Nullable V, byte @Nullable [], Arrival> arrival) {
        return Serdes.serdeFrom((_, value) -> value.bytes(), new Reader<>(events.deserializer(), arrival));
    }

    private record Reader<V>(Deserializer<V> events, BiFunction<@Nullable V, byte @Nullable [], Arrival> arrival)
            implements Deserializer<Arrival> {
        @Override
        public Arrival deserialize(String topic, byte @Nullable [] data) {
            return arrival.apply(data == null ? null : events.deserialize(topic, data), data);
        }

        @Override
        public void close() {
            events.close();
        }
    }
}
