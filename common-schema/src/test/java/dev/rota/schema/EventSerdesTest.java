package dev.rota.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.schema.mapping.TestResultMapping;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventSerdesTest {
    private static final Map<String, String> REGISTRY = Map.of("schema.registry.url", "mock://event-serdes");

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Topics.MODELS, Samples.MODEL_FACTS),
                Arguments.of(Topics.MODEL_FOUND, Samples.FOUND),
                Arguments.of(Topics.TEST_RESULTS, Samples.SUCCESS),
                Arguments.of(Topics.TEST_RESULTS, Samples.FAILURE),
                Arguments.of(Topics.STANDINGS, Samples.STANDING),
                Arguments.of(Topics.ROTATION, Samples.ROTATION),
                Arguments.of(Topics.ROTATION_CHANGES, Samples.CHANGE));
    }

    @ParameterizedTest
    @MethodSource("values")
    <V> void aValueComesBackAsItWent(Topic<V> topic, V value) {
        try (Serde<V> serde = topic.valueSerde(REGISTRY)) {
            byte[] bytes = serde.serializer().serialize(topic.name(), value);

            assertThat(bytes[0]).isZero();
            assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(value);
        }
    }

    @Test
    void bytesOfAnotherFormatAreRefusedAsUnreadable() {
        try (Serde<?> serde = Topics.TEST_RESULTS.valueSerde(REGISTRY)) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("rota.test-results", new byte[] {1, 2, 3}))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aValueTheDomainRefusesIsUnreadableToo() {
        var event = new TestResultMapping().toEvent(Samples.SUCCESS);
        event.put("latencyMs", -1L);
        var mapping = new TestResultMapping();

        assertThatThrownBy(() -> mapping.toDomain(event)).hasMessage("latencyMs must be 0 or more, not -1");
    }

    @Test
    void aTombstoneIsNull() {
        try (Serde<?> serde = Topics.MODELS.valueSerde(REGISTRY)) {
            assertThat(serde.deserializer().deserialize("rota.models", null)).isNull();
        }
    }
}
