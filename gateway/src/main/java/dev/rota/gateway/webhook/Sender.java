package dev.rota.gateway.webhook;

import dev.rota.domain.rotation.RotationChange;
import dev.rota.json.JsonForms;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Posts changes to one receiver. Redirects are not followed, and what the receiver writes is not read. */
final class Sender implements AutoCloseable {
    private static final int ID_BYTES = 12;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final WebhookConfig config;
    private final HttpClient client;

    Sender(WebhookConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout())
                .build();
    }

    /** Tries once. */
    Reply send(RotationChange change, Instant now) throws InterruptedException {
        String id = id(change);
        String body = JsonForms.ROTATION_CHANGE.write(change);
        long seconds = now.getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(config.url())
                .timeout(config.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "rota")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", config.key().sign(id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() / 100 == 2) {
                return new Reply.Taken();
            }
            return new Reply.Refused("HTTP " + response.statusCode(), retryAfter(response));
        } catch (HttpTimeoutException _) {
            return new Reply.Refused("no answer within " + config.timeout().toMillis() + " ms", Optional.empty());
        } catch (IOException e) {
            return new Reply.Refused(
                    "no connection to " + config.url().getHost() + " ("
                            + e.getClass().getSimpleName() + ")",
                    Optional.empty());
        }
    }

    /** The same for the same change, at every try and after every restart: receivers drop what they have by it. */
    static String id(RotationChange change) {
        String text = change.name() + "|" + change.revision() + "|" + change.kind() + "|" + change.model();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
