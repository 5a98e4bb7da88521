package dev.rota.client.http;

import dev.rota.client.Backoff;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how to follow.
 *
 * @param gateway the gateway's address, such as {@code http://127.0.0.1:8080}
 * @param rotation the rotation's name
 * @param token sent as {@code Authorization: Bearer}; empty for a gateway on loopback
 * @param idle silence after which the connection counts as lost, above the gateway's heartbeat of 15 s. Default 45 s;
 *     less notices a dead connection sooner, but cuts a slow one
 * @param backoff waits between attempts. Default 250 ms to 30 s
 */
public record HttpFeedConfig(URI gateway, String rotation, Optional<String> token, Duration idle, Backoff backoff) {
    public static HttpFeedConfig of(URI gateway, String rotation) {
        return new HttpFeedConfig(gateway, rotation, Optional.empty(), Duration.ofSeconds(45), Backoff.standard());
    }

    public HttpFeedConfig withToken(String bearer) {
        return new HttpFeedConfig(gateway, rotation, Optional.of(bearer), idle, backoff);
    }

    URI stream() {
        String name = URLEncoder.encode(rotation, StandardCharsets.UTF_8).replace("+", "%20");
        String base = gateway.toString().replaceAll("/+$", "");
        return URI.create(base + "/api/rotations/" + name + "/stream");
    }

    @Override
    public String toString() {
        return "HttpFeedConfig[gateway=" + gateway + ", rotation=" + rotation + "]";
    }
}
