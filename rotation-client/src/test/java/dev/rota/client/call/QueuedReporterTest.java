package dev.rota.client.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueuedReporterTest {
    private static TestResult result(int number) {
        return new TestResult(
                "r" + number,
                null,
                ModelId.parse("a/b"),
                Source.TRAFFIC,
                null,
                null,
                Instant.EPOCH,
                new Outcome.Success(null),
                1,
                null,
                null,
                null);
    }

    @Test
    void whatFailsIsDeliveredLaterAndWhatIsRefusedIsDropped() {
        AtomicInteger calls = new AtomicInteger();
        List<TestResult> arrived = new CopyOnWriteArrayList<>();
        try (QueuedReporter reporter = QueuedReporter.start(batch -> {
            switch (calls.incrementAndGet()) {
                case 1 -> throw new IOException("later");
                case 3 -> throw new IllegalArgumentException("never");
                default -> arrived.addAll(batch);
            }
        })) {
            reporter.report(result(1));
            await().until(() -> arrived.equals(List.of(result(1))));
            reporter.report(result(2));
            await().until(() -> reporter.dropped() == 1);
        }
        assertThat(arrived).containsExactly(result(1));
    }

    @Test
    void reportingNeverBlocksAndTheOldestAreDropped() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<TestResult> arrived = new CopyOnWriteArrayList<>();
        QueuedReporter reporter = QueuedReporter.start(batch -> {
            busy.countDown();
            go.await();
            arrived.addAll(batch);
        });
        reporter.report(result(0));
        busy.await();
        for (int i = 1; i <= 1_500; i++) {
            reporter.report(result(i));
        }
        assertThat(reporter.dropped()).isEqualTo(500);
        go.countDown();
        reporter.close();
        assertThat(arrived).hasSize(1_001).endsWith(result(1_500));
    }

    @Test
    void closingDoesNotWaitForEver() {
        QueuedReporter reporter = QueuedReporter.start(_ -> {
            throw new IOException("never");
        });
        reporter.report(result(1));
        reporter.close();
        assertThat(reporter.dropped()).isLessThanOrEqualTo(1);
    }
}
