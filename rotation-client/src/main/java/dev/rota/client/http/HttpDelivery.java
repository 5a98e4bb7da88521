package dev.rota.client.http;

import dev.rota.client.call.QueuedReporter;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonForms;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings results to a gateway's {@code POST /api/results}. */
public final class HttpDelivery implements QueuedReporter.Delivery {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final URI results;
    private final Optional<String> token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /**
     * Opens nothing yet.
     *
     * @param token sent as {@code Authorization: Bearer}; empty for a gateway on loopback
     */
    public HttpDelivery(URI gateway, Optional<String> token) {
        this.results = URI.create(gateway.toString().replaceAll("/+$", "") + "/api/results");
        this.token = token;
    }

    @Override
    public void deliver(List<TestResult> batch) throws IOException, InterruptedException {
        String lines = batch.stream().map(JsonForms.TEST_RESULT::write).collect(Collectors.joining("\n"));
        HttpRequest.Builder request = HttpRequest.newBuilder(results)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(lines));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 400) {
            throw new IllegalArgumentException(response.body());
        }
        if (response.statusCode() / 100 != 2) {
            throw new IOException("HTTP " + response.statusCode());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
