package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a request may be. */
class LimitsTest {
    private static final GatewayConfig USUAL = GatewayConfig.onLoopback(0);

    private final TestGateway gateway = new TestGateway(
            new GatewayConfig(USUAL.bind(), 0, USUAL.token(), 10, Duration.ofSeconds(15), Duration.ofSeconds(5), 2_000),
            GatewayParts.none());

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAndNothingIsTaken() {
        HttpRequest.Builder request = gateway.request("/api/results")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString("{\"x\":\"" + "y".repeat(5_000) + "\"}"));
        HttpResponse<String> response = gateway.send(request);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body())
                .contains("a body may have at most 2000 bytes, not 5008")
                .contains("gateway.maxBody");
        assertThat(gateway.reported()).isEmpty();
    }

    @Test
    void aChatThatIsTooLargeIsRefusedInItsOwnForm() {
        HttpRequest.Builder request = gateway.request("/v1/chat/completions")
                .POST(HttpRequest.BodyPublishers.ofString("{\"x\":\"" + "y".repeat(5_000) + "\"}"));
        HttpResponse<String> response = gateway.send(request);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("invalid_request_error", "2000 bytes");
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws IOException {
        String chunks = "400\r\n" + "x".repeat(1_024) + "\r\n";
        String answer = raw("POST /api/results HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks.repeat(20));
        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(gateway.reported()).isEmpty();
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        assertThat(raw("GET /api/rotations HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(00|31) ");
    }

    @Test
    void aRequestLineWithoutEndIsNotAnsweredAndOthersAre() throws IOException {
        assertThat(raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .doesNotContain("200", "404");
        assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void nonsenseIsNotAnsweredAndOthersAre() throws IOException {
        assertThat(raw("NONSENSE\r\n\r\n")).doesNotContain("200", "404");
        assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII) + " ";
        }
    }
}
