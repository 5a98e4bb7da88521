package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.tester.Settlement.End;
import dev.rota.tester.queue.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was taken together is worked on in order, and what waits too long can be taken back. */
@Timeout(60)
class BatchTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Stop stop = new Stop();
    private final List<Delivery> deliveries =
            IntStream.range(0, 4).mapToObj(BatchTest::delivery).toList();

    @Test
    void settlesAllInTheirOrder() {
        Batch batch = Batch.start(deliveries, List.of(BatchTest::finish), stop);
        assertThat(batch.goesOn(LONG, LONG)).isTrue();
        assertThat(batch.withdraw()).isEmpty();
        assertThat(settlements(batch)).extracting(Settlement::delivery).isEqualTo(deliveries);
    }

    @Test
    void severalHandsLeaveNoneOut() {
        List<Function<Delivery, Settlement>> hands = List.of(BatchTest::finish, BatchTest::finish, BatchTest::finish);
        Batch batch = Batch.start(deliveries, hands, stop);
        assertThat(settlements(batch)).extracting(Settlement::delivery).containsExactlyInAnyOrderElementsOf(deliveries);
    }

    @Test
    void thoseBehindASlowOneAreTakenBackAndNotBegun() {
        CountDownLatch slow = new CountDownLatch(1);
        Batch batch = start(delivery -> {
            if (delivery.equals(deliveries.get(1))) {
                awaitUninterrupted(slow);
            }
            return finish(delivery);
        });
        assertThat(batch.goesOn(MOMENT, MOMENT)).isFalse();
        List<Delivery> rest = batch.withdraw();
        slow.countDown();
        List<Delivery> begun =
                settlements(batch).stream().map(Settlement::delivery).toList();
        assertThat(rest).isEqualTo(deliveries.subList(begun.size(), deliveries.size()));
        assertThat(rest).contains(deliveries.get(2), deliveries.get(3));
    }

    @Test
    void afterTheWordToStopNoneIsBegun() {
        Batch batch = start(delivery -> {
            stop.request();
            return finish(delivery);
        });
        assertThat(settlements(batch)).hasSize(1);
        assertThat(batch.withdraw()).isEqualTo(deliveries.subList(1, 4));
    }

    @Test
    void anInterruptReachesTheWorkAndIsToldAfterwards() {
        CountDownLatch begun = new CountDownLatch(1);
        Thread slot = Thread.currentThread();
        Batch batch = start(delivery -> {
            begun.countDown();
            stop.request();
            return awaitInterrupt(delivery);
        });
        awaitUninterrupted(begun);
        slot.interrupt();
        assertThat(settlements(batch)).extracting(Settlement::end).containsExactly(End.INTERRUPTED);
        assertThat(batch.interrupted()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatTheWorkFailedWithReachesTheSlot() {
        Batch batch = start(_ -> {
            throw new IllegalStateException("broken");
        });
        assertThat(batch.goesOn(LONG, LONG)).isTrue();
        assertThatThrownBy(batch::awaitBegun)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private Batch start(Function<Delivery, Settlement> hand) {
        return Batch.start(deliveries, List.of(hand), stop);
    }

    private static Settlement awaitInterrupt(Delivery delivery) {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts this down");
        } catch (InterruptedException _) {
            return Settlement.of(delivery, End.INTERRUPTED);
        }
    }

    private static List<Settlement> settlements(Batch batch) {
        batch.awaitBegun();
        return batch.settlements();
    }

    private static Settlement finish(Delivery delivery) {
        return Settlement.of(delivery, End.FINISHED);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Delivery delivery(int offset) {
        return new Delivery(new ConsumerRecord<>("probes", 0, offset, new byte[0], new byte[0]), 1);
    }
}
