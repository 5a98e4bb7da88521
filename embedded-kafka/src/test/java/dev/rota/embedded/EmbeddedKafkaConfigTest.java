package dev.rota.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedKafkaConfigTest {

    @Test
    void startTimeoutHasADefaultAndTheDirectoryIsAbsolute() {
        EmbeddedKafkaConfig config = new EmbeddedKafkaConfig(Path.of("a/../kafka"), EmbeddedKafkaConfig.ANY_PORT);
        assertThat(config.startTimeout()).isEqualTo(EmbeddedKafkaConfig.DEFAULT_START_TIMEOUT);
        assertThat(config.dataDirectory()).isEqualTo(Path.of("kafka").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> new EmbeddedKafkaConfig(Path.of("kafka"), port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(port))
                .hasMessageContaining("1 to 65535");
    }

    @Test
    void aStartTimeoutOfNothingIsRefused() {
        assertThatThrownBy(() -> new EmbeddedKafkaConfig(Path.of("kafka"), 0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than zero");
    }
}
