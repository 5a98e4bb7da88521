package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.gateway.chat.ChatConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigTest {
    private static final Map<String, String> TOKEN = Map.of("ROTA_GATEWAY_TOKEN", "correct-horse-battery");

    private static GatewayConfig read(Map<String, String> settings, Map<String, String> secrets) {
        Settings loaded = Settings.load(null, Map.of(), settings);
        GatewayConfig config = GatewayConfig.read(loaded, new SecretSource(secrets));
        ChatConfig.read(loaded);
        loaded.check(Set.of("gateway"), Set.of("gateway"));
        return config;
    }

    @Test
    void withoutAWordItIsThereForThisMachineAlone() {
        GatewayConfig config = read(Map.of(), Map.of());
        assertThat(config.bind().isLoopbackAddress()).isTrue();
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.token()).isEmpty();
        assertThat(config.maxStreams()).isEqualTo(5_000);
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.slowClient()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxBody()).isEqualTo(10_000_000);
    }

    @Test
    void everyKeyIsUnderstood() {
        GatewayConfig config = read(
                Map.of(
                        "gateway.bind", "0.0.0.0",
                        "gateway.port", "0",
                        "gateway.tokenVariable", "MINE",
                        "gateway.maxStreams", "7",
                        "gateway.heartbeat", "2s",
                        "gateway.slowClient", "3s",
                        "gateway.maxBody", "5000"),
                Map.of("MINE", "correct-horse-battery"));
        assertThat(config.bind().isAnyLocalAddress()).isTrue();
        assertThat(config.token()).contains("correct-horse-battery");
        assertThat(config.maxStreams()).isEqualTo(7);
        assertThat(config.heartbeat()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.slowClient()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.maxBody()).isEqualTo(5_000);
        assertThat(config.toString()).doesNotContain("correct-horse");
    }

    @Test
    void chatsHaveTheirLimits() {
        Settings settings = Settings.load(
                null,
                Map.of(),
                Map.of(
                        "gateway.chat.requests", "3",
                        "gateway.chat.deadline", "9s",
                        "gateway.chat.firstToken", "1s",
                        "gateway.chat.whole", "2s"));
        assertThat(ChatConfig.read(settings))
                .isEqualTo(new ChatConfig(3, Duration.ofSeconds(9), Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    @Test
    void othersAreLetInOnlyWithAToken() {
        assertThatThrownBy(() -> read(Map.of("gateway.bind", "0.0.0.0"), Map.of()))
                .hasMessageContaining("gateway.bind")
                .hasMessageContaining("needs a token: set ROTA_GATEWAY_TOKEN");
        assertThatThrownBy(() -> read(Map.of("gateway.bind", "192.0.2.7"), Map.of()))
                .hasMessageContaining("needs a token");
        assertThat(read(Map.of("gateway.bind", "0.0.0.0"), TOKEN).token()).isPresent();
        assertThat(read(Map.of("gateway.bind", "::1"), Map.of()).token()).isEmpty();
    }

    @Test
    void aTokenThatCanBeGuessedIsRefusedAndNotShown() {
        assertThatThrownBy(() -> read(Map.of("gateway.bind", "0.0.0.0"), Map.of("ROTA_GATEWAY_TOKEN", "hunter2")))
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.port, 70000, must be from 0 to 65535",
        "gateway.port, http, must be a number",
        "gateway.maxStreams, 0, must be from 1 to 100000",
        "gateway.heartbeat, 0s, must be from 1s to",
        "gateway.slowClient, 1h, must be from 1s to",
        "gateway.maxBody, 10, must be from 1000 to 100000000",
        "gateway.chat.requests, 0, must be from 1 to 10000",
        "gateway.chat.firstToken, 1h, must be from 100ms to",
        "gateway.prot, 1, unknown setting; did you mean \"gateway.port\"?",
    })
    void whatIsWrongIsNamed(String key, String value, String problem) {
        assertThatThrownBy(() -> read(Map.of(key, value), Map.of()))
                .hasMessageContaining(key)
                .hasMessageContaining(problem);
    }
}
