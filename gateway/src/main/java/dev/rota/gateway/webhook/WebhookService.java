package dev.rota.gateway.webhook;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import dev.rota.runtime.lifecycle.Services;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;

/** All webhooks of this process. Without Kafka it starts all the same, and goes on when Kafka is there. */
public final class WebhookService implements Service {
    private final List<Webhook> webhooks;
    private final Services running = new Services();

    /** Puts them together; nothing is opened before {@link #start}. */
    public WebhookService(List<WebhookConfig> configs, KafkaSettings kafka, MeterRegistry meters, InstantSource clock) {
        this.webhooks = configs.stream()
                .map(config -> new Webhook(config, kafka, new WebhookMeters(meters, config.name()), clock))
                .toList();
    }

    @Override
    public void start() {
        webhooks.forEach(running::start);
    }

    @Override
    public void close() {
        running.close();
    }
}
