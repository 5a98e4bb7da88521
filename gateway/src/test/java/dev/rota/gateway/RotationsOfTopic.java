package dev.rota.gateway;

import static org.awaitility.Awaitility.await;

import dev.rota.domain.rotation.Rotation;
import dev.rota.runtime.kafka.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The gateway as it is, with a broker in a process of its own: rotations are published to their topic. */
final class RotationsOfTopic implements ServedRotations {
    private final KafkaProcess kafka;
    private final Publisher publisher;
    private final GatewayService gateway;

    RotationsOfTopic(GatewayConfig config) throws IOException {
        kafka = KafkaProcess.start();
        KafkaSettings settings = KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl());
        try (Admin admin = Admin.create(settings.clientWith(Map.of()))) {
            publisher = new Publisher(settings, admin);
        }
        gateway = new GatewayService(
                config,
                settings,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                GatewayParts.none(),
                ChatParts.none());
        gateway.start();
    }

    @Override
    public URI address() {
        return gateway.address();
    }

    /** Since the broker acknowledged it. */
    @Override
    public long put(Rotation rotation) {
        publisher.publish(rotation);
        long at = System.nanoTime();
        if (rotation.revision() == 1) {
            await().until(() -> gateway.views().rotation(rotation.name()).isPresent());
        }
        return at;
    }

    @Override
    public void close() {
        gateway.close();
        publisher.close();
        kafka.close();
    }
}
