package dev.rota.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.client.Backoff;
import dev.rota.client.RotationFeed;
import dev.rota.client.RotationSubscription;
import dev.rota.client.http.HttpFeed;
import dev.rota.client.http.HttpFeedConfig;
import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.Samples;
import dev.rota.gateway.TestGateway;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFeedTest extends FeedContract {
    private final AtomicInteger names = new AtomicInteger();
    private TestGateway gateway = TestGateway.start();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private RotationFeed feed(URI address, String rotation) {
        Backoff quick = new Backoff(Duration.ofMillis(5), Duration.ofMillis(50));
        return new HttpFeed(new HttpFeedConfig(address, rotation, Optional.empty(), Duration.ofSeconds(45), quick));
    }

    @Override
    RotationFeed feed(String rotation) {
        return feed(gateway.address(), rotation);
    }

    @Override
    void publish(Rotation rotation) {
        gateway.fed().put(rotation);
    }

    @Override
    String name() {
        return "r-" + names.incrementAndGet();
    }

    @Test
    void aGatewayThatComesBackIsFollowedOn() throws InterruptedException {
        publish(Samples.rotation("speed", 1));
        URI address = gateway.address();
        try (RotationSubscription subscription = RotationSubscription.to(feed(address, "speed"))) {
            subscription.await(Duration.ofSeconds(60));
            gateway.close();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !subscription.freshness().connected());
            assertThat(Objects.requireNonNull(subscription.freshness().problem()))
                    .contains("gateway at " + address);
            assertThat(subscription.current().revision()).isEqualTo(1);
            gateway = new TestGateway(GatewayConfig.onLoopback(address.getPort()), GatewayParts.none());
            publish(Samples.rotation("speed", 2));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> subscription.current().revision() == 2);
        }
    }

    @Test
    void aSilentConnectionCountsAsLost() throws InterruptedException {
        publish(Samples.rotation("speed", 1));
        HttpFeed impatient = new HttpFeed(new HttpFeedConfig(
                gateway.address(),
                "speed",
                Optional.empty(),
                Duration.ofMillis(300),
                new Backoff(Duration.ofSeconds(20), Duration.ofSeconds(20))));
        try (RotationSubscription subscription = RotationSubscription.to(impatient)) {
            subscription.await(Duration.ofSeconds(60));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !subscription.freshness().connected());
        }
    }
}
