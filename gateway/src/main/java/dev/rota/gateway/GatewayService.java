package dev.rota.gateway;

import dev.rota.client.call.QueuedReporter;
import dev.rota.client.kafka.KafkaDelivery;
import dev.rota.gateway.chat.ChatService;
import dev.rota.gateway.http.GatewayMeters;
import dev.rota.gateway.http.Routes;
import dev.rota.gateway.http.Server;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.stream.StreamLimits;
import dev.rota.gateway.view.Views;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;

/**
 * The gateway: follows the topics into memory and answers from there. It serves as soon as it listens; {@code /readyz}
 * tells when it has caught up.
 */
public final class GatewayService implements Service {
    private final RotationStreams streams;
    private final Views views;
    private final KafkaDelivery results;
    private final QueuedReporter reporter;
    private final ChatService chats;
    private final Server server;

    /**
     * Puts it together; nothing is opened before {@link #start}.
     *
     * @param meters shown by {@code /metrics}; share it with the services of the same process
     */
    public GatewayService(
            GatewayConfig config,
            KafkaSettings kafka,
            PrometheusMeterRegistry meters,
            GatewayParts parts,
            ChatParts chat) {
        this.streams =
                new RotationStreams(new StreamLimits(config.maxStreams(), config.heartbeat(), config.slowClient()));
        this.views = new Views(kafka, streams);
        this.results = new KafkaDelivery(kafka);
        this.reporter = QueuedReporter.start(new KafkaDelivery(kafka));
        this.chats = new ChatService(
                chat.config(), config.bodyLimit(), chat.catalogues(), chat.secrets(), views, streams, reporter);
        GatewayMeters counted = new GatewayMeters(meters);
        counted.watch(streams, views);
        this.server = new Server(config, Routes.of(config, views, streams, counted, results, parts, chats.routes()));
    }

    /** Where it answers. Only after {@link #start}. */
    public URI address() {
        return server.address();
    }

    /** What it knows. */
    public Views views() {
        return views;
    }

    @Override
    public void start() {
        streams.start();
        views.start();
        try {
            server.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        streams.close();
        server.close();
        chats.close();
        reporter.close();
        views.close();
        results.close();
    }
}
