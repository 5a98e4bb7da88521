package dev.rota.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.ChangeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RotationSubscriptionTest {
    private final MemoryFeed feed = new MemoryFeed();
    private final Instant now = Instant.parse("2026-02-01T00:00:00Z");
    private final RotationSubscription subscription = RotationSubscription.to(feed, InstantSource.fixed(now));

    @Test
    void beforeTheFirstSnapshotItSaysWhatHindersIt() {
        feed.sink().lost("nobody there");
        assertThat(subscription.find()).isEmpty();
        assertThatThrownBy(subscription::current)
                .isInstanceOf(NoRotationException.class)
                .hasMessageContaining("nobody there");
        assertThatThrownBy(() -> subscription.await(Duration.ofMillis(1))).isInstanceOf(NoRotationException.class);
    }

    @Test
    void theLastSnapshotStaysWhenTheSourceIsLost() throws InterruptedException {
        feed.sink().rotation(Samples.rotation("speed", 1, "x"));
        feed.sink().lost("gone");
        assertThat(subscription.await(Duration.ofSeconds(1))).isEqualTo(Samples.rotation("speed", 1, "x"));
        assertThat(subscription.freshness()).isEqualTo(new Freshness(false, now, "gone", null));
        assertThat(subscription.freshness().fresh(now.plusSeconds(10), Duration.ofSeconds(9)))
                .isFalse();
        assertThat(subscription.freshness().fresh(now.plusSeconds(9), Duration.ofSeconds(9)))
                .isTrue();
    }

    @Test
    void listenersGetOldNewAndTheChange() {
        List<RotationUpdate> updates = new CopyOnWriteArrayList<>();
        feed.sink().rotation(Samples.rotation("speed", 1, "x", "y"));
        var registration = subscription.listen(updates::add);
        await().until(() -> updates.size() == 1);
        feed.sink().rotation(Samples.rotation("speed", 2, "z", "x"));
        await().until(() -> updates.size() == 2);
        registration.close();
        feed.sink().rotation(Samples.rotation("speed", 3, "x"));
        assertThat(updates.get(0).previous()).isNull();
        assertThat(updates.get(1).primaryChanged()).isTrue();
        assertThat(updates.get(1).changes())
                .containsExactly(
                        new EntryChange(ChangeKind.PRIMARY_CHANGED, ModelId.parse("a/b/z"), null, 1),
                        new EntryChange(ChangeKind.MOVED, ModelId.parse("a/b/x"), 1, 2),
                        new EntryChange(ChangeKind.LEFT, ModelId.parse("a/b/y"), 2, null));
        assertThat(updates).hasSize(2);
    }

    @Test
    void aListenerThatFailsIsToldAgainAndHoldsUpNobody() {
        CountDownLatch stuck = new CountDownLatch(1);
        List<Long> heard = new CopyOnWriteArrayList<>();
        subscription.listen(_ -> {
            try {
                stuck.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        subscription.listen(update -> {
            heard.add(update.current().revision());
            throw new IllegalStateException("listener's own trouble");
        });
        for (int revision = 1; revision <= 3; revision++) {
            feed.sink().rotation(Samples.rotation("speed", revision, "x"));
            long expected = revision;
            await().until(() -> heard.contains(expected));
        }
        assertThat(heard).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aListenerTooSlowForAllIsToldTheNewest() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        List<RotationUpdate> updates = new CopyOnWriteArrayList<>();
        subscription.listen(update -> {
            try {
                go.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            updates.add(update);
        });
        for (int revision = 1; revision <= 1_000; revision++) {
            feed.sink().rotation(Samples.rotation("speed", revision, "x"));
        }
        go.countDown();
        await().until(() -> !updates.isEmpty() && updates.getLast().current().revision() == 1_000);
        assertThat(updates.size()).isLessThan(1_000);
        for (int i = 1; i < updates.size(); i++) {
            assertThat(updates.get(i).previous()).isEqualTo(updates.get(i - 1).current());
        }
    }

    @Test
    void closingClosesTheFeedAndKeepsTheSnapshot() {
        feed.sink().rotation(Samples.rotation("speed", 1, "x"));
        subscription.close();
        subscription.close();
        assertThat(feed.closed()).isTrue();
        assertThat(subscription.current().revision()).isEqualTo(1);
    }
}
