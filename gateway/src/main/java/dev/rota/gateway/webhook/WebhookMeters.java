package dev.rota.gateway.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What one webhook counts. */
final class WebhookMeters {
    private final AtomicInteger waiting = new AtomicInteger();
    private final Counter delivered;
    private final Counter refused;
    private final Counter buried;

    WebhookMeters(MeterRegistry registry, String webhook) {
        this.delivered = tries(registry, webhook, "delivered");
        this.refused = tries(registry, webhook, "refused");
        this.buried = tries(registry, webhook, "dead-letter");
        Gauge.builder("rota_webhook_waiting", waiting, AtomicInteger::get)
                .description("Changes that are held or being delivered")
                .tag("webhook", webhook)
                .register(registry);
    }

    private static Counter tries(MeterRegistry registry, String webhook, String outcome) {
        return Counter.builder("rota_webhook_tries")
                .description("Tries of deliveries, by what came of them")
                .tag("webhook", webhook)
                .tag("outcome", outcome)
                .register(registry);
    }

    void delivered() {
        delivered.increment();
    }

    void refused() {
        refused.increment();
    }

    void buried() {
        buried.increment();
    }

    void waiting(int changes) {
        waiting.set(changes);
    }
}
