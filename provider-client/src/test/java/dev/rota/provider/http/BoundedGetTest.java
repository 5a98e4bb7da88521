package dev.rota.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rota.provider.Headers;
import dev.rota.provider.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BoundedGetTest {
    private static final long MAX = 1_000_000;
    private final ProviderHttp http = ProviderHttp.start();

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void aBodyComesBackWithItsStatusAndHeaders() throws IOException {
        try (RawServer server = RawServer.sending(RawServer.ok("X-Two: a\r\nX-Two: b\r\n", "{\"data\":\"ä\"}"))) {
            Fetch.Answered answer = answered(get(server));
            assertThat(answer.ok()).isTrue();
            assertThat(answer.text()).isEqualTo("{\"data\":\"ä\"}");
            assertThat(answer.headers().first("x-two")).hasValue("a");
        }
    }

    @Test
    void theKeyIsSentAsABearerToken() throws IOException {
        try (RawServer server = RawServer.sending(RawServer.ok("", "x"))) {
            http.get(server.uri("/m?a=b"), Headers.bearer(Secret.of("k-123456 ")), MAX, Duration.ofSeconds(20));
            assertThat(server.requests().getFirst())
                    .startsWith("GET /m?a=b HTTP/1.1")
                    .contains("Authorization: Bearer k-123456\n");
        }
    }

    @Test
    void anErrorStatusIsAnAnswerToo() throws IOException {
        try (RawServer server = RawServer.sending("HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno")) {
            Fetch.Answered answer = answered(get(server));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.ok()).isFalse();
        }
    }

    @Test
    void gzipIsUnpackedWithinTheSameBound() throws IOException {
        byte[] small = gzip("hello".repeat(10));
        byte[] bomb = gzip("0".repeat(2_000_000));
        try (RawServer server = sendingBytes(small);
                RawServer hostile = sendingBytes(bomb)) {
            assertThat(answered(get(server)).text()).isEqualTo("hello".repeat(10));
            assertThat(failed(get(hostile)).problem()).isEqualTo(Fetch.Problem.TOO_LARGE);
        }
    }

    @Test
    void anEndlessBodyIsRefusedAtTheBound() throws IOException {
        byte[] block = new byte[64 * 1024];
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                out.write(block);
            }
        })) {
            Fetch.Failed failure = failed(get(server));
            assertThat(failure.problem()).isEqualTo(Fetch.Problem.TOO_LARGE);
            assertThat(failure.message())
                    .contains("1000000 bytes")
                    .contains(server.uri("/").getAuthority());
        }
    }

    @Test
    void aServerThatHangsEndsInATimeout() throws IOException {
        try (RawServer server = new RawServer((_, _) -> {
            hang();
            return false;
        })) {
            Fetch.Failed failure = failed(http.get(server.uri("/"), Headers.none(), MAX, Duration.ofMillis(200)));
            assertThat(failure.problem()).isEqualTo(Fetch.Problem.TIMEOUT);
            assertThat(failure.tookMs()).isBetween(190L, 5_000L);
        }
    }

    @Test
    void aServerThatTricklesEndsInATimeout() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.write(out, "X-A: b\r\n");
                pause(200);
            }
        })) {
            Fetch.Failed failure = failed(http.get(server.uri("/"), Headers.none(), MAX, Duration.ofMillis(300)));
            assertThat(failure.problem()).isEqualTo(Fetch.Problem.TIMEOUT);
        }
    }

    @Test
    void aRedirectIsRefusedWithItsTarget() throws IOException {
        try (RawServer server = RawServer.sending(
                "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.test/\r\nContent-Length: 0\r\n\r\n")) {
            Fetch.Failed failure = failed(get(server));
            assertThat(failure.problem()).isEqualTo(Fetch.Problem.REDIRECT);
            assertThat(failure.message()).contains("http://elsewhere.test/").contains("not followed");
        }
    }

    @Test
    void aBodyCutShortIsNoBody() throws IOException {
        try (RawServer plain = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
                RawServer chunked =
                        RawServer.sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")) {
            assertThat(failed(get(plain)).problem()).isEqualTo(Fetch.Problem.CUT_SHORT);
            assertThat(failed(get(chunked)).problem()).isEqualTo(Fetch.Problem.CUT_SHORT);
        }
    }

    @Test
    void whatIsNotHttpIsMalformed() throws IOException {
        try (RawServer server = RawServer.sending("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                RawServer longLine = RawServer.sending("HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")) {
            assertThat(failed(get(server)).problem()).isIn(Fetch.Problem.MALFORMED, Fetch.Problem.CONNECTION);
            assertThat(failed(get(longLine)).problem()).isEqualTo(Fetch.Problem.MALFORMED);
        }
    }

    @Test
    void nobodyListeningAndAnUnknownNameAreConnectionProblems() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        for (String address : new String[] {"http://127.0.0.1:" + port + "/", "http://no-such-host.invalid/"}) {
            Fetch.Failed failure = failed(http.get(URI.create(address), Headers.none(), MAX, Duration.ofSeconds(20)));
            assertThat(failure.problem()).isIn(Fetch.Problem.CONNECTION, Fetch.Problem.TIMEOUT);
            assertThat(failure.message()).startsWith(address);
        }
    }

    @Test
    void anAddressThatIsNotHttpOrHoldsAPasswordIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> http.get(URI.create("file:///x"), Headers.none(), MAX, Duration.ofSeconds(1)))
                .hasMessageContaining("file:///x");
        URI secret = URI.create("http://me:hunter22@host.test/");
        assertThatThrownBy(() -> http.get(secret, Headers.none(), MAX, Duration.ofSeconds(1)))
                .hasMessageContaining("password")
                .message()
                .doesNotContain("hunter22");
    }

    private Fetch get(RawServer server) {
        return http.get(server.uri("/"), Headers.none(), MAX, Duration.ofSeconds(20));
    }

    private static Fetch.Answered answered(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Fetch.Answered.class);
        return (Fetch.Answered) fetch;
    }

    private static Fetch.Failed failed(Fetch fetch) {
        return assertThat(fetch).asInstanceOf(type(Fetch.Failed.class)).actual();
    }

    private static RawServer sendingBytes(byte[] gzipped) throws IOException {
        return new RawServer((_, out) -> {
            RawServer.write(
                    out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + gzipped.length + "\r\n\r\n");
            out.write(gzipped);
            return false;
        });
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void hang() {
        pause(60_000);
    }

    /** The server's slowness, not the test's. */
    private static void pause(long millis) {
        java.util.concurrent.locks.LockSupport.parkNanos(millis * 1_000_000);
    }
}
