package dev.rota.gateway.webhook;

import dev.rota.client.Backoff;
import dev.rota.client.kafka.TopicReadException;
import dev.rota.domain.rotation.RotationChange;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.runtime.lifecycle.Service;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One webhook, on a thread of its own, whatever becomes of Kafka or the receiver meanwhile. */
final class Webhook implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    /** Deliveries between two polls: the group must hear from us within half an hour, see WebhookReader. */
    private static final int AT_ONCE = 20;

    private final WebhookConfig config;
    private final KafkaSettings kafka;
    private final WebhookMeters meters;
    private final InstantSource clock;
    private final Backoff reconnect = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(10));
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable WebhookReader reader;
    private int failures;

    Webhook(WebhookConfig config, KafkaSettings kafka, WebhookMeters meters, InstantSource clock) {
        this.config = config;
        this.kafka = kafka;
        this.meters = meters;
        this.clock = clock;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("rota-webhook-" + config.name())
                .unstarted(this::run);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** A request under way gets three seconds to be answered; after that it will be repeated at the next start. */
    @Override
    public void close() {
        closing.countDown();
        WebhookReader current = reader;
        if (current != null) {
            current.wakeup();
        }
        try {
            if (!thread.join(CLOSE_WAIT)) {
                thread.interrupt();
                boolean _ = thread.join(CLOSE_WAIT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IllegalThreadStateException _) {
            // Never started.
        }
    }

    private void run() {
        while (open()) {
            try (WebhookReader opened = new WebhookReader(config, kafka, clock);
                    Sender sender = new Sender(config);
                    DeadLetters letters = new DeadLetters(kafka)) {
                reader = opened;
                opened.open();
                while (open()) {
                    opened.poll(untilNext(opened));
                    failures = 0;
                    deliver(opened, sender, letters);
                    opened.commit();
                }
            } catch (WakeupException _) {
                // Closing: leaving the group commits what is settled.
            } catch (InterruptException | InterruptedException _) {
                return;
            } catch (KafkaException | TopicReadException e) {
                LOG.warn("webhook waits webhook={} reason=\"{}\"", config.name(), e.getMessage());
                pause();
            }
        }
    }

    private Duration untilNext(WebhookReader opened) {
        Instant now = clock.instant();
        Duration until = Duration.between(now, opened.nextTry(now.plus(POLL)));
        return until.isNegative() ? Duration.ZERO : until;
    }

    private void deliver(WebhookReader opened, Sender sender, DeadLetters letters) throws InterruptedException {
        int waiting = 0;
        for (Place place : opened.places()) {
            Optional<RotationChange> change = place.toTry(clock.instant());
            for (int i = 0; i < AT_ONCE && change.isPresent() && open(); i++) {
                attempt(place, change.get(), sender, letters);
                opened.commit();
                change = place.toTry(clock.instant());
            }
            waiting += place.waiting();
        }
        meters.waiting(waiting);
    }

    private void attempt(Place place, RotationChange change, Sender sender, DeadLetters letters)
            throws InterruptedException {
        switch (sender.send(change, clock.instant())) {
            case Reply.Taken _ -> {
                meters.delivered();
                place.done();
            }
            case Reply.Refused refused -> refused(place, change, refused, letters);
        }
    }

    private void refused(Place place, RotationChange change, Reply.Refused refused, DeadLetters letters) {
        int tries = place.tries();
        LOG.warn(
                "delivery failed webhook={} rotation={} revision={} try={} of={} reason=\"{}\"",
                config.name(),
                change.name(),
                change.revision(),
                tries,
                config.tries(),
                refused.reason());
        if (tries >= config.tries()) {
            letters.bury(place.record(), config.name(), tries, refused.reason());
            meters.buried();
            place.done();
            return;
        }
        meters.refused();
        Duration wait = config.backoff().after(tries, ThreadLocalRandom.current());
        Duration asked = refused.retryAfter().orElse(Duration.ZERO);
        place.again(clock.instant().plus(asked.compareTo(wait) > 0 ? asked : wait));
    }

    private boolean open() {
        return closing.getCount() > 0;
    }

    private void pause() {
        failures++;
        try {
            long millis = reconnect.after(failures, ThreadLocalRandom.current()).toMillis();
            boolean _ = closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            closing.countDown();
        }
    }
}
