package dev.rota.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.client.RotationFeed;
import dev.rota.client.RotationSubscription;
import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The promises. */
@Timeout(180)
abstract class FeedContract {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A new feed of one rotation. */
    abstract RotationFeed feed(String rotation);

    /** Publishes a snapshot where the feed will find it. */
    abstract void publish(Rotation rotation);

    /** A rotation's name that no other test uses. */
    abstract String name();

    @Test
    void theNewestSnapshotComesFirst() throws InterruptedException {
        String name = name();
        for (int revision = 1; revision <= 3; revision++) {
            publish(Samples.rotation(name, revision));
        }
        List<Long> revisions = new CopyOnWriteArrayList<>();
        try (RotationSubscription subscription = RotationSubscription.to(feed(name))) {
            subscription.listen(update -> revisions.add(update.current().revision()));
            assertThat(subscription.await(LIMIT)).isEqualTo(Samples.rotation(name, 3));
            await().atMost(LIMIT).until(() -> !revisions.isEmpty());
        }
        assertThat(revisions).containsExactly(3L);
    }

    @Test
    void everyRevisionComesAfterIt() throws InterruptedException {
        String name = name();
        publish(Samples.rotation(name, 1));
        List<Long> revisions = new CopyOnWriteArrayList<>();
        try (RotationSubscription subscription = RotationSubscription.to(feed(name))) {
            subscription.listen(update -> revisions.add(update.current().revision()));
            subscription.await(LIMIT);
            for (int revision = 2; revision <= 20; revision++) {
                publish(Samples.rotation(name, revision));
            }
            await().atMost(LIMIT).until(() -> revisions.contains(20L));
            assertThat(subscription.freshness().connected()).isTrue();
            assertThat(subscription.freshness().heardAt()).isNotNull();
        }
        assertThat(revisions).hasSize(20).isSorted();
    }

    @Test
    void otherRotationsAreNotOurs() throws InterruptedException {
        String name = name();
        publish(Samples.rotation(name, 1));
        try (RotationSubscription subscription = RotationSubscription.to(feed(name))) {
            subscription.await(LIMIT);
            publish(Samples.rotation(name(), 2));
            publish(Samples.rotation(name, 3));
            await().atMost(LIMIT).until(() -> subscription.current().equals(Samples.rotation(name, 3)));
        }
    }

    @Test
    void aRotationThatComesLaterIsWaitedFor() throws InterruptedException {
        String name = name();
        try (RotationSubscription subscription = RotationSubscription.to(feed(name))) {
            assertThat(subscription.find()).isEmpty();
            publish(Samples.rotation(name, 1));
            assertThat(subscription.await(LIMIT).revision()).isEqualTo(1);
        }
    }

    @Test
    void closingEndsIt() throws InterruptedException {
        String name = name();
        publish(Samples.rotation(name, 1));
        RotationSubscription subscription = RotationSubscription.to(feed(name));
        subscription.await(LIMIT);
        subscription.close();
        assertThat(subscription.current().revision()).isEqualTo(1);
        RotationFeed neverStarted = feed(name);
        neverStarted.close();
        neverStarted.close();
    }
}
