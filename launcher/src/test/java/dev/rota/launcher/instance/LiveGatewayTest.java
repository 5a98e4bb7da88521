package dev.rota.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveGatewayTest {
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final LiveGateway gateway =
            new LiveGateway(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Optional.of("the token"));

    LiveGatewayTest() throws IOException {}

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            boolean known =
                    "Bearer the token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "[1]".getBytes(StandardCharsets.UTF_8);
            int status = statuses.getOrDefault(exchange.getRequestURI().getPath(), 404);
            exchange.sendResponseHeaders(known ? status : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        statuses.putAll(Map.of("/readyz", 200, "/api/models", 200));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatAGatewayHasIsRead() {
        assertThat(gateway.read("/api/models"))
                .hasValueSatisfying(body -> assertThat(body).asString().isEqualTo("[1]"));
    }

    @Test
    void whatItHasNotIsReadElsewhere() {
        assertThat(gateway.read("/api/rotations/sped")).isEmpty();
    }

    @Test
    void oneThatHasNotCaughtUpIsNotBelieved() {
        statuses.put("/readyz", 503);
        assertThat(gateway.read("/api/models")).isEmpty();
    }

    @Test
    void oneThatDoesNotKnowUsOrIsNotThereIsPassedOver() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        assertThat(new LiveGateway(address, Optional.empty()).read("/api/models"))
                .isEmpty();
        server.stop(0);
        assertThat(gateway.read("/api/models")).isEmpty();
    }
}
