package dev.rota.gateway.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rota.runtime.catalogue.CatalogueConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider whose models do as they are told. */
final class FakeProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a model does with a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(request);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            behaviours
                    .getOrDefault(
                            request.path("model").asText(), status(404, "{\"error\":{\"message\":\"No such model\"}}"))
                    .answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    CatalogueConfig catalogue() {
        return CatalogueConfig.at(
                        "fake",
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"))
                .withApiKeyVariable("FAKE_API_KEY");
    }

    void when(String model, Behaviour behaviour) {
        behaviours.put(model, behaviour);
    }

    /** The requests that came, in order. */
    List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    List<String> models() {
        return asked.stream().map(request -> request.path("model").asText()).toList();
    }

    List<String> keys() {
        return List.copyOf(keys);
    }

    static Behaviour status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** A whole answer. */
    static Behaviour says(String text) {
        return status(200, """
                {"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":\
                {"role":"assistant","content":"%s"},"finish_reason":"stop"}],\
                "usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}""".formatted(text));
    }

    /** A stream of these frames, each sent for itself; one that begins with {@code !} goes out as it is. */
    static Behaviour streams(String... frames) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (String frame : frames) {
                String text = frame.startsWith("!") ? frame.substring(1) : "data: " + frame + "\n\n";
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        };
    }

    static String delta(String text) {
        return "{\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + text + "\"}}]}";
    }

    static String stop() {
        return "{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
