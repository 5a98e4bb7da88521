package dev.rota.tester.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.tester.worker.Spending.Grant;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cap is one for all workers, and outlives them. */
@WithKafka
@Timeout(180)
class SpendingLedgerIT {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final double CAP = 1;

    @Test
    void workersTogetherKeepACap(TestKafka kafka) throws Exception {
        String catalogue = kafka.name("together");
        try (SpendingLedger one = open(kafka);
                SpendingLedger other = open(kafka)) {
            List<Grant> grants = reserveAtOnce(catalogue, 0.3, List.of(one, other), 10);
            assertThat(grants).filteredOn(Grant.Granted.class::isInstance).hasSize(3);
            assertThat(grants)
                    .filteredOn(Grant.Refused.class::isInstance)
                    .hasSize(7)
                    .allSatisfy(grant ->
                            assertThat(((Grant.Refused) grant).spentUsd()).isCloseTo(0.9, within(1e-9)));
        }
    }

    @Test
    void aRestartForgetsNothing(TestKafka kafka) {
        String catalogue = kafka.name("restart");
        try (SpendingLedger before = open(kafka)) {
            assertThat(before.reserve(catalogue, 0.8, CAP, NOW)).isInstanceOf(Grant.Granted.class);
        }
        try (SpendingLedger after = open(kafka)) {
            assertThat(after.reserve(catalogue, 0.3, CAP, NOW)).isEqualTo(new Grant.Refused(0.8));
            assertThat(after.reserve(catalogue, 0.3, CAP, NOW.plus(Duration.ofDays(1))))
                    .isInstanceOf(Grant.Granted.class);
        }
    }

    @Test
    void whatOneWorkerDidNotUseAnotherMay(TestKafka kafka) {
        String catalogue = kafka.name("settled");
        try (SpendingLedger one = open(kafka);
                SpendingLedger other = open(kafka)) {
            Grant.Granted grant = (Grant.Granted) one.reserve(catalogue, 0.9, CAP, NOW);
            assertThat(other.reserve(catalogue, 0.5, CAP, NOW)).isInstanceOf(Grant.Refused.class);
            one.settle(grant, 0.1);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> other.reserve(catalogue, 0.5, CAP, NOW) instanceof Grant.Granted);
        }
    }

    @Test
    void linesOfNobodyKnowsWhatAreSkipped() {
        assertThat(SpendingJson.read("junk".getBytes(UTF_8))).isEmpty();
        assertThat(SpendingJson.read("{\"entry\":\"reserved\",\"day\":\"2026-11-23\"}".getBytes(UTF_8)))
                .isEmpty();
    }

    private static SpendingLedger open(TestKafka kafka) {
        return SpendingLedger.open(KafkaSettings.of(kafka.bootstrapServers(), kafka.registryUrl()));
    }

    private static List<Grant> reserveAtOnce(String catalogue, double usd, List<SpendingLedger> ledgers, int times)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Grant>> pending = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                SpendingLedger ledger = ledgers.get(i % ledgers.size());
                pending.add(threads.submit(() -> ledger.reserve(catalogue, usd, CAP, NOW)));
            }
            List<Grant> grants = new ArrayList<>();
            for (Future<Grant> grant : pending) {
                grants.add(grant.get());
            }
            return grants;
        }
    }
}
