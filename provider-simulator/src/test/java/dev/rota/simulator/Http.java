package dev.rota.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A plain client for tests, without any of the product's own reading of responses. */
final class Http implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;

    Http(ProviderSimulator simulator) {
        this(simulator.baseUrl().toString(), "");
    }

    private Http(String base, String key) {
        this.base = base;
        this.key = key;
    }

    Http withKey(String value) {
        return new Http(base, value);
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    JsonNode json(String path) throws IOException {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<String> post(String body) throws IOException {
        return send(
                request("/chat/completions").POST(BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> chat(String model, boolean stream) throws IOException {
        return post(body(model, stream, "Say something."));
    }

    static String body(String model, boolean stream, String prompt) {
        return JSON.createObjectNode()
                .put("model", model)
                .put("stream", stream)
                .set(
                        "messages",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode().put("role", "user").put("content", prompt)))
                .toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("/") ? base + path : path))
                .timeout(Duration.ofSeconds(60));
        return key.isEmpty() ? request : request.header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
