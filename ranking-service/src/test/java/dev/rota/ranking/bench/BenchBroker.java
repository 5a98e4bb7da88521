package dev.rota.ranking.bench;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker with results to rank, in a process of its own. Arguments: empty directory, results, models. Prints its
 * address when all results are there, and runs until it is killed.
 */
final class BenchBroker {
    /** Schemas get their ids in the order of their first use; each process uses results first. */
    static final String REGISTRY = "mock://bench";

    private static final List<String> TASKS = List.of("trivial-function", "careful-function", "write-tests");
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final long SPREAD_MS = 14 * 86_400_000L;

    private BenchBroker() {}

    static void main(String[] args) throws InterruptedException {
        EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(Path.of(args[0]), EmbeddedKafkaConfig.ANY_PORT));
        kafka.start();
        KafkaSettings settings = KafkaSettings.of(kafka.bootstrapServers(), REGISTRY);
        try (Admin admin = Admin.create(settings.clientWith(Map.of()))) {
            new TopicSetup(admin).ensure(Map.of());
        }
        fill(settings, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        System.out.println("broker " + kafka.bootstrapServers());
        new CountDownLatch(1).await();
    }

    private static void fill(KafkaSettings settings, int count, int models) {
        var values = Topics.TEST_RESULTS.valueSerde(settings.registry()).serializer();
        Map<String, Object> config = settings.clientWith(Map.of("linger.ms", 20, "batch.size", 256 * 1024));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            Random random = new Random(1);
            for (int i = 0; i < count; i++) {
                TestResult result = result(random, i, models, START.toEpochMilli() + SPREAD_MS / count * i);
                var _ = producer.send(new ProducerRecord<>(
                        Topics.TEST_RESULTS.name(),
                        result.model().toString(),
                        values.serialize(Topics.TEST_RESULTS.name(), result)));
            }
        }
    }

    private static TestResult result(Random random, int i, int models, long at) {
        int model = random.nextInt(models);
        String task = TASKS.get(i % TASKS.size());
        String probe = Long.toHexString(random.nextLong());
        boolean success = random.nextInt(20) >= 1 + model % 13;
        long latency = 500L + model % 29 * 200L + random.nextInt(3_000);
        return new TestResult(
                probe + "/" + task + "/1",
                probe,
                ModelId.parse("openrouter/family" + model % 17 + "/model-" + model + ":free"),
                Source.PROBE,
                "stock",
                task,
                Instant.ofEpochMilli(at),
                success
                        ? new Outcome.Success(random.nextInt(5) / 4.0)
                        : new Outcome.Failed(Failure.of(FailureKind.OVERLOADED, "the upstream is overloaded")),
                latency,
                success ? latency / 3 : null,
                success ? 150 : null,
                "tester-1");
    }
}
