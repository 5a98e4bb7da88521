package dev.rota.gateway.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.rotation.RotationEntry;
import dev.rota.gateway.ChatParts;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.Samples;
import dev.rota.gateway.TestGateway;
import dev.rota.runtime.config.SecretSource;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A gateway before a fake provider. */
final class ChatFixture implements AutoCloseable {
    static final String KEY = "sk-or-v1-verysecretkey1234567890";
    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeProvider provider;
    final TestGateway gateway;

    ChatFixture() throws IOException {
        this(new ChatConfig(50, Duration.ofSeconds(50), Duration.ofSeconds(20), Duration.ofSeconds(40)));
    }

    ChatFixture(ChatConfig config) throws IOException {
        provider = new FakeProvider();
        gateway = new TestGateway(
                GatewayConfig.onLoopback(0),
                GatewayParts.none(),
                new ChatParts(config, List.of(provider.catalogue()), new SecretSource(Map.of("FAKE_API_KEY", KEY))));
    }

    /** A rotation of free models of the provider. */
    void rotation(String name, String... models) {
        List<RotationEntry> entries = new ArrayList<>();
        for (String model : models) {
            model(model, true, null);
            entries.add(Samples.entry(entries.size() + 1, ModelId.parse("fake/" + model)));
        }
        gateway.fed().put(new Rotation(name, 7, Samples.T, "abc", entries, null, null));
    }

    void model(String model, boolean free, @Nullable Instant retiredAt) {
        Facts facts = new Facts(
                model, "fam", 8_192, null, Set.of("text"), Set.of("text"), Set.of(), "0", "0", free, null, null);
        gateway.fed().put(new ModelFacts(ModelId.parse("fake/" + model), facts, Samples.T, Samples.T, retiredAt, null));
    }

    HttpResponse<String> chat(String model, boolean stream) {
        return post(
                "{\"model\":\"" + model + "\",\"stream\":" + stream
                        + ",\"temperature\":0.5,\"models\":[\"paid/one\"],\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
    }

    HttpResponse<String> post(String body) {
        return gateway.send(gateway.request("/v1/chat/completions")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer whatever-the-client-has")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static JsonNode error(HttpResponse<String> response) {
        JsonNode error = json(response.body()).path("error");
        if (!error.path("message").isTextual() || !error.path("type").isTextual() || !error.has("code")) {
            throw new AssertionError("not an error as OpenAI writes it: " + response.body());
        }
        return error;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        gateway.close();
        provider.close();
    }
}
