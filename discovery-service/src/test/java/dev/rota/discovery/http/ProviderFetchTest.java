package dev.rota.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.provider.Secret;
import dev.rota.provider.http.ProviderHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that misbehave, over real connections. */
class ProviderFetchTest {
    private static final Secret KEY = Secret.of("sk-or-v1-0123456789abcdef");
    private static final int MAX_BYTES = 1_000_000;

    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private HttpServer server;
    private ProviderHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        http = ProviderHttp.start();
    }

    @AfterEach
    void stop() throws IOException {
        done.countDown();
        http.close();
        server.stop(0);
    }

    @Test
    void aGoodAnswerIsReadAndTheKeySent() {
        answer(exchange -> {
            authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
            send(exchange, 200, "{\"data\":[{\"id\":\"a\"}]}");
        });
        assertThat(sweep()).isInstanceOf(Sweep.Read.class);
        assertThat(authorization).hasValue("Bearer " + KEY.reveal());
    }

    @Test
    void oneThatHangsIsGivenUp() {
        answer(exchange -> {
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        assertThat(problem().field()).isEqualTo("connection");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/v1/models");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThat(problem().field()).isEqualTo("redirect");
        assertThat(problem().message()).contains("url");
    }

    @Test
    void twoHundredMegabytesAreNotReadToTheirEnd() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 200_000_000);
            byte[] chunk = " ".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            try (var body = exchange.getResponseBody()) {
                for (int sent = 0; sent < 200_000_000; sent += chunk.length) {
                    body.write(chunk);
                }
            }
        });
        assertThat(problem().field()).isEqualTo("body");
        assertThat(problem().catalogue()).isEqualTo("cat");
    }

    @Test
    void aBodyThatBreaksOffIsRefused() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertThat(problem().field()).isEqualTo("body");
    }

    @Test
    void anErrorPageIsToldByItsStatusWithoutTheKey() {
        answer(exchange -> send(exchange, 401, "invalid key " + KEY.reveal()));
        assertThat(problem().toString())
                .startsWith("catalogue cat: status: is 401")
                .contains("check the catalogue's key")
                .doesNotContain(KEY.reveal());
    }

    @Test
    void theAccountsTierIsAskedFor() {
        server.createContext(
                "/v1/key", exchange -> send(exchange, 200, "{\"data\":{\"is_free_tier\":false,\"usage\":0}}"));
        assertThat(new AccountReader(url(), KEY, fetch()).requestsPerDay()).hasValue(1000);
        assertThat(new AccountReader(url(), null, fetch()).requestsPerDay()).isEmpty();
        assertThat(new AccountReader(URI.create(url() + "/none"), KEY, fetch()).requestsPerDay())
                .isEmpty();
    }

    private CatalogueProblem problem() {
        return ((Sweep.Failed) sweep()).problem();
    }

    private Sweep sweep() {
        return new CatalogueReader("cat", url(), KEY, false, fetch(), MAX_BYTES, Duration.ofMinutes(5))
                .read(Instant.EPOCH);
    }

    private ProviderFetch fetch() {
        return new ProviderFetch(http, MAX_BYTES, Duration.ofSeconds(2));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    private void answer(HttpHandler handler) {
        server.createContext("/v1/models", handler);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
