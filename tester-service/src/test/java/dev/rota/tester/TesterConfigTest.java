package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import dev.rota.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TesterConfigTest {
    private static final KafkaSettings KAFKA = KafkaSettings.of("localhost:1", "http://localhost:2");

    @Test
    void theDefaultsAreAsDocumented() {
        TesterConfig config = read(Map.of());
        assertThat(config.slots()).isEqualTo(8);
        assertThat(config.queue()).isEqualTo(QueueKind.SHARE);
        assertThat(config.group()).isEqualTo("rota-testers");
        assertThat(config.lock()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.deliveries()).isEqualTo(5);
        assertThat(config.hold()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.stopGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.suites()).isEmpty();
    }

    @Test
    void everySettingIsRead() {
        TesterConfig config = read(Map.of(
                "tester.slots", "64",
                "tester.queue", "classic",
                "tester.group", "g",
                "tester.lock", "2m",
                "tester.deliveries", "3",
                "tester.hold", "30s",
                "tester.stopGrace", "0s",
                "tester.suites", "a.yaml,dir",
                "tester.worker", "w"));
        assertThat(config)
                .isEqualTo(new TesterConfig(
                        KAFKA,
                        List.of(),
                        config.secrets(),
                        64,
                        QueueKind.CLASSIC,
                        "g",
                        Duration.ofMinutes(2),
                        3,
                        Duration.ofSeconds(30),
                        Duration.ZERO,
                        List.of(Path.of("a.yaml"), Path.of("dir")),
                        "w"));
    }

    @ParameterizedTest
    @CsvSource({
        "tester.slots,0",
        "tester.slots,many",
        "tester.queue,both",
        "tester.lock,1s",
        "tester.lock,2h",
        "tester.deliveries,1",
        "tester.deliveries,9",
        "tester.hold,0s",
        "tester.stopGrace,1d"
    })
    void aSettingThatBreaksItsRuleIsReported(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @Test
    void holdingALimitForLongerThanTheLockIsReported() {
        assertThatThrownBy(() -> read(Map.of("tester.lock", "1m", "tester.hold", "2m")))
                .hasMessageContaining("tester.hold must be more than 0 and less than tester.lock, 1m, not 2m");
    }

    private static TesterConfig read(Map<String, String> flags) {
        Settings settings = Settings.load(null, Map.of(), flags);
        TesterConfig config = TesterConfig.read(settings, KAFKA, List.of(), new SecretSource(Map.of()));
        settings.check(Set.of(TesterConfig.SECTION), Set.of(TesterConfig.SECTION));
        return config;
    }
}
