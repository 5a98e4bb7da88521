package dev.rota.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MonitorTest {
    private static final String TOKEN = "a-token-of-some-length";

    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void aServiceLivesBeforeItIsReady() throws Exception {
        AtomicReference<Optional<String>> missing = new AtomicReference<>(Optional.of("still starting"));
        try (Monitor monitor = started(MonitorConfig.onLoopback(0), missing::get)) {
            assertThat(get(monitor, "/healthz", "").statusCode()).isEqualTo(200);
            HttpResponse<String> early = get(monitor, "/readyz", "");
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).contains("still starting");
            missing.set(Optional.empty());
            assertThat(get(monitor, "/readyz", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aServiceThatWorksTellsWhatToLookAt() throws Exception {
        Readiness readiness = new Readiness() {
            @Override
            public Optional<String> missing() {
                return Optional.empty();
            }

            @Override
            public List<String> warnings() {
                return List.of("topic rota.models has 2 partitions", "the clock is late");
            }
        };
        try (Monitor monitor = started(MonitorConfig.onLoopback(0), readiness)) {
            HttpResponse<String> ready = get(monitor, "/readyz", "");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body())
                    .isEqualTo("ready\nwarning: topic rota.models has 2 partitions\nwarning: the clock is late\n");
        }
    }

    @Test
    void metricsAreShownAsPrometheusReadsThem() throws Exception {
        meters.counter("rota.tester.probes", "end", "finished").increment();
        try (Monitor monitor = started(MonitorConfig.onLoopback(0), Optional::empty)) {
            HttpResponse<String> metrics = get(monitor, "/metrics", "");
            assertThat(metrics.body())
                    .contains("rota_tester_probes_total{end=\"finished\"} 1.0")
                    .contains("jvm_memory_used_bytes");
            assertThat(metrics.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        }
    }

    @Test
    void aTokenGuardsFiguresButNotHealth() throws Exception {
        MonitorConfig guarded =
                new MonitorConfig(OptionalInt.of(0), InetAddress.ofLiteral("127.0.0.1"), Optional.of(TOKEN));
        try (Monitor monitor = started(guarded, Optional::empty)) {
            assertThat(get(monitor, "/metrics", "").statusCode()).isEqualTo(401);
            assertThat(get(monitor, "/metrics", "Bearer " + TOKEN + "x").statusCode())
                    .isEqualTo(401);
            assertThat(get(monitor, "/metrics", "Bearer " + TOKEN).statusCode()).isEqualTo(200);
            assertThat(get(monitor, "/readyz", "").statusCode()).isEqualTo(200);
        }
        assertThat(guarded.toString()).doesNotContain(TOKEN);
    }

    @Test
    void withoutAPortNothingListens() {
        MonitorConfig none = MonitorConfig.read(Settings.load(null, Map.of(), Map.of()), new SecretSource(Map.of()));
        try (Monitor monitor = started(none, Optional::empty)) {
            assertThat(monitor.port()).isEmpty();
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                Monitor monitor =
                        new Monitor(MonitorConfig.onLoopback(taken.getLocalPort()), meters, Optional::empty)) {
            assertThatThrownBy(monitor::start)
                    .hasMessageContaining(":" + taken.getLocalPort())
                    .hasMessageContaining("monitor.port");
        }
    }

    @Test
    void everySettingIsReadAndEveryMistakeTold() {
        Settings settings =
                Settings.load(null, Map.of("ROTA_MONITOR_PORT", "9100", "ROTA_MONITOR_BIND", "0.0.0.0"), Map.of());
        MonitorConfig config = MonitorConfig.read(settings, new SecretSource(Map.of("ROTA_MONITOR_TOKEN", TOKEN)));
        assertThat(config.port()).hasValue(9_100);
        assertThat(config.bind().isAnyLocalAddress()).isTrue();
        assertThat(config.token()).contains(TOKEN);

        Settings wrong = Settings.load(null, Map.of("ROTA_MONITOR_PORT", "70000"), Map.of());
        MonitorConfig.read(wrong, new SecretSource(Map.of("ROTA_MONITOR_TOKEN", "short")));
        assertThatThrownBy(() -> wrong.check(Set.of(MonitorConfig.SECTION), Set.of(MonitorConfig.SECTION)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ROTA_MONITOR_PORT")
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("short");
    }

    private Monitor started(MonitorConfig config, Readiness readiness) {
        Monitor monitor = new Monitor(config, meters, readiness);
        monitor.start();
        return monitor;
    }

    private static HttpResponse<String> get(Monitor monitor, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + monitor.port().orElseThrow() + path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
