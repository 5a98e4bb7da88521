package dev.rota.ranking.service;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.rotation.Rotation;
import dev.rota.ranking.Samples;
import dev.rota.ranking.policy.Eligibility;
import dev.rota.ranking.policy.Expression;
import dev.rota.ranking.policy.Policy;
import dev.rota.ranking.policy.Spread;
import dev.rota.ranking.policy.Steadiness;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * How long it takes from a result to the rotation that a subscriber reads, at a steady rate of results. The policy
 * takes notice of everything, so that every result that moves a figure makes a revision; a revision's evidence time
 * names the result that made it.
 *
 * <p>Arguments: guarantee, results a second, seconds, commit interval in ms (optional). The first quarter of the time
 * is warm-up.
 */
final class ResultToRotationBenchmark {
    private static final int MODELS = 40;
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private final AtomicBoolean done = new AtomicBoolean();
    private final Map<Instant, Long> sent = new ConcurrentHashMap<>();

    public static void main(String[] args) throws Exception {
        Guarantee guarantee = Guarantee.valueOf(args[0]);
        int rate = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        Duration commit = args.length > 3 ? Duration.ofMillis(Long.parseLong(args[3])) : guarantee.commitInterval();
        Path directory = Files.createTempDirectory("rota-latency");
        try (Cluster cluster = new Cluster(directory.resolve("kafka"));
                RankingService service = new RankingService(
                        config(guarantee, directory).withCommitInterval(commit),
                        cluster.settings,
                        new SimpleMeterRegistry())) {
            service.start();
            new ResultToRotationBenchmark()
                    .run(cluster, rate, seconds, guarantee + " commit " + commit.toMillis() + " ms");
        }
    }

    private static RankingConfig config(Guarantee guarantee, Path directory) {
        Policy policy = new Policy(
                "bench",
                "",
                Expression.parse("expectedTimeToSuccessMs"),
                12,
                Eligibility.DEFAULT,
                Spread.DEFAULT,
                new Steadiness(0, 0, Duration.ZERO, 1, 0));
        return RankingConfig.of(List.of(policy), directory.resolve("state"), guarantee);
    }

    private void run(Cluster cluster, int rate, int seconds, String title) throws InterruptedException {
        long warmUpMs = seconds * 250L;
        int count = rate * seconds;
        double[] latencies = new double[count];
        int[] read = {0};
        Thread reader = Thread.ofPlatform()
                .name("subscriber")
                .start(() -> subscribe(cluster.settings, warmUpMs, latencies, read));
        Random random = new Random(7);
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(begin + i * 1_000_000_000L / rate - System.nanoTime());
            ModelId model = Samples.model("family" + i % MODELS % 7 + "/model" + i % MODELS);
            Instant startedAt = START.plusMillis(i * 1_000L / rate);
            long latency = (long) (1_000 * Math.exp(random.nextGaussian()));
            sent.put(startedAt, System.nanoTime());
            cluster.send(Samples.success(model, startedAt, latency));
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos()); // the last results are on their way
        done.set(true);
        reader.join();
        report(title + ", " + rate + " results/s", Arrays.copyOf(latencies, read[0]));
    }

    private void subscribe(KafkaSettings kafka, long warmUpMs, double[] latencies, int[] read) {
        Map<String, Object> config =
                kafka.clientWith(Map.of("isolation.level", "read_committed", "fetch.max.wait.ms", 500));
        try (KafkaConsumer<String, Rotation> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                Topics.ROTATION.valueSerde(kafka.registry()).deserializer())) {
            TopicPartition partition = new TopicPartition(Topics.ROTATION.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (!done.get()) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    Long at = sent.get(record.value().computedAt());
                    if (at != null && record.value().computedAt().isAfter(START.plusMillis(warmUpMs))) {
                        latencies[read[0]++] = (System.nanoTime() - at) / 1e6;
                    }
                }
            }
        }
    }

    private static void report(String title, double[] latencies) {
        Arrays.sort(latencies);
        System.out.printf(
                "%s: %d revisions, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.1f ms%n",
                title, latencies.length, at(latencies, 0.5), at(latencies, 0.9), at(latencies, 0.99), at(latencies, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
