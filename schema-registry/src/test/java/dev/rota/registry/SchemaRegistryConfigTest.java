package dev.rota.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryConfigTest {

    @Test
    void theDefaultsAreLoopbackAndTransitive() {
        SchemaRegistryConfig config = new SchemaRegistryConfig("kafka:9092", 8081);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.topic()).isEqualTo("_schemas");
        assertThat(config.defaultCompatibility()).isEqualTo(CompatibilityLevel.BACKWARD_TRANSITIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> new SchemaRegistryConfig("kafka:9092", port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry port " + port);
    }

    @Test
    void kafkaMustBeNamed() {
        assertThatThrownBy(() -> new SchemaRegistryConfig(" ", 0)).hasMessageContaining("host:port");
    }

    @Test
    void topicAndTimeoutMustMeanSomething() {
        assertThatThrownBy(() -> config("", Duration.ofSeconds(1))).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> config("t", Duration.ZERO)).hasMessageContaining("longer than zero");
    }

    private static SchemaRegistryConfig config(String topic, Duration timeout) {
        return new SchemaRegistryConfig("k:1", "127.0.0.1", 0, CompatibilityLevel.FULL, topic, Map.of(), timeout);
    }
}
