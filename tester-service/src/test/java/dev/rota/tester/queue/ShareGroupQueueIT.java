package dev.rota.tester.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.schema.topic.Topics;
import dev.rota.tester.Cluster;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which deliveries count. */
@WithKafka
@Timeout(600)
class ShareGroupQueueIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LOCK = Duration.ofMinutes(1);
    private static final int MAX_DELIVERIES = 5;

    @Test
    void aProbeThatIsPostponedKeepsItsDeliveriesUntilItIsWorkedOn(TestKafka kafka) {
        Cluster cluster = new Cluster(kafka);
        String group = kafka.name("share");
        String probe = kafka.name("probe");
        assertThat(new GroupSetup(kafka.admin()).prepare(group, LOCK, MAX_DELIVERIES))
                .isEmpty();
        cluster.publishRaw(List.of(new ProducerRecord<>(
                Topics.MODEL_FOUND.name(), probe.getBytes(UTF_8), "no probe, but a record".getBytes(UTF_8))));
        try (Outbox outbox = Outbox.open(cluster.settings());
                ProbeQueue queue =
                        ShareGroupQueue.open(cluster.settings(), group, "me", 1, LOCK, MAX_DELIVERIES, outbox)) {
            for (int count = 1; count <= 2; count++) {
                Delivery delivery = deliveryOf(probe, queue);
                assertThat(delivery.count()).isEqualTo(count);
                queue.putBack(delivery, Set.of());
            }
            for (int time = 0; time < 3; time++) {
                Delivery third = deliveryOf(probe, queue);
                assertThat(third.count()).isEqualTo(3);
                queue.postpone(third);
            }
            Delivery thirdStill = deliveryOf(probe, queue);
            assertThat(thirdStill.count()).isEqualTo(3);
            queue.retry(thirdStill);
            Delivery fourth = deliveryOf(probe, queue);
            assertThat(fourth.count()).isEqualTo(4);
            queue.putBack(fourth, Set.of("one"));
            Delivery innocent = deliveryOf(probe, queue);
            assertThat(innocent.count()).isEqualTo(1);
            queue.accept(innocent);
        }
    }

    /** The delivery of this record; those of other tests, of which there may be thousands, are accepted on the way. */
    private static Delivery deliveryOf(String probe, ProbeQueue queue) {
        AtomicReference<Delivery> found = new AtomicReference<>();
        await().atMost(PATIENCE).until(() -> {
            List<Delivery> deliveries = queue.poll(POLL);
            while (found.get() == null && !deliveries.isEmpty()) {
                for (Delivery delivery : deliveries) {
                    if (probe.equals(new String(delivery.record().key(), UTF_8))) {
                        found.set(delivery);
                    } else {
                        queue.accept(delivery);
                    }
                }
                deliveries = found.get() == null ? queue.poll(POLL) : deliveries;
            }
            return found.get() != null;
        });
        return found.get();
    }
}
