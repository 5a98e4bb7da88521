package dev.rota.gateway;

import dev.rota.domain.result.TestResult;
import dev.rota.gateway.chat.ChatService;
import dev.rota.gateway.http.GatewayMeters;
import dev.rota.gateway.http.Routes;
import dev.rota.gateway.http.Server;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.stream.StreamLimits;
import dev.rota.gateway.view.FedViews;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on a free port, without Kafka. */
public final class TestGateway implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RotationStreams streams;
    private final FedViews fed;
    private final List<TestResult> reported = new CopyOnWriteArrayList<>();
    private final Server server;

    private final ChatService chats;

    public TestGateway(GatewayConfig config, GatewayParts parts) {
        this(config, parts, ChatParts.none());
    }

    public TestGateway(GatewayConfig config, GatewayParts parts, ChatParts chat) {
        streams = new RotationStreams(new StreamLimits(config.maxStreams(), config.heartbeat(), config.slowClient()));
        fed = new FedViews(streams);
        GatewayMeters meters = new GatewayMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        meters.watch(streams, fed.views());
        chats = new ChatService(
                chat.config(),
                config.bodyLimit(),
                chat.catalogues(),
                chat.secrets(),
                fed.views(),
                streams,
                reported::add);
        server = new Server(
                config, Routes.of(config, fed.views(), streams, meters, reported::addAll, parts, chats.routes()));
        streams.start();
        server.start();
    }

    public static TestGateway start() {
        return new TestGateway(GatewayConfig.onLoopback(0), GatewayParts.none());
    }

    public FedViews fed() {
        return fed;
    }

    /** What was posted to {@code /api/results}, and what chats reported. */
    public List<TestResult> reported() {
        return reported;
    }

    public RotationStreams streams() {
        return streams;
    }

    public URI address() {
        return server.address();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).timeout(Duration.ofSeconds(60));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        streams.close();
        server.close();
        chats.close();
        client.shutdownNow();
    }
}
