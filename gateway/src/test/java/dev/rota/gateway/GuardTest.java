package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
    private static final String TOKEN = "correct-horse-battery";

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:1234, 200",
        "127.0.0.1:80, 200",
        "127.8.8.8, 200",
        "[::1]:80, 200",
        "evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "localhost.evil.example:80, 421",
        "10.0.0.1, 421",
        "cafe, 421",
    })
    void onLoopbackOnlyNamesOfThisMachineAreAnswered(String host, int status) throws IOException {
        try (TestGateway gateway = TestGateway.start()) {
            assertThat(raw(gateway, "GET /api/rotations HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void withATokenNothingOfUseIsToldWithoutIt() {
        GatewayConfig open = GatewayConfig.onLoopback(0);
        GatewayConfig config = new GatewayConfig(
                open.bind(), 0, Optional.of(TOKEN), 10, Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000);
        try (TestGateway gateway = new TestGateway(config, GatewayParts.none())) {
            HttpResponse<String> refused = gateway.get("/api/rotations");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"rota\"");
            assertThat(status(gateway, "Bearer wrong")).isEqualTo(401);
            assertThat(status(gateway, "Bearer " + TOKEN)).isEqualTo(200);
            assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(gateway.get("/metrics").statusCode()).isEqualTo(401);
            assertThat(config.toString()).doesNotContain(TOKEN);
        }
    }

    private static int status(TestGateway gateway, String authorization) {
        return gateway.send(gateway.request("/api/rotations").header("Authorization", authorization))
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example", "http://localhost:1", "null"})
    void aPageOfAnotherSiteCannotSend(String origin) {
        try (TestGateway gateway = TestGateway.start()) {
            HttpRequest.Builder request = gateway.request("/api/rotations")
                    .header("Origin", origin)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));
            assertThat(gateway.send(request).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aGatewayOthersCanReachNeedsAToken() {
        InetAddress everywhere = InetAddress.ofLiteral("0.0.0.0");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new GatewayConfig(
                        everywhere, 0, Optional.empty(), 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 1_000))
                .hasMessageContaining("needs a token: set ROTA_GATEWAY_TOKEN");
    }

    private static String raw(TestGateway gateway, String request) throws IOException {
        try (Socket socket =
                new Socket(gateway.address().getHost(), gateway.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.UTF_8);
        }
    }
}
