package dev.rota.ranking.service;

import com.sun.management.OperatingSystemMXBean;
import dev.rota.domain.model.Facts;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What so many models cost: bytes of each topic, the ranking's time, processor time and heap, and its restart. The
 * broker is in the same process, so its processor time is counted in; on several machines it is not.
 *
 * <p>Arguments: models, catalogues, results a model.
 */
final class ScaleBenchmark {
    private static final String CANDIDATES = RankingConfig.APPLICATION_ID + "-candidates-repartition";
    private static final Duration TELL = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    private final int models;
    private final int catalogues;
    private final int results;
    private final Random random = new Random(7);

    private ScaleBenchmark(int models, int catalogues, int results) {
        this.models = models;
        this.catalogues = catalogues;
        this.results = results;
    }

    public static void main(String[] args) throws Exception {
        new ScaleBenchmark(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])).run();
    }

    private void run() throws Exception {
        Path directory = Files.createTempDirectory("rota-scale");
        RankingConfig config = RankingConfig.of(StockPolicies.all(), directory.resolve("state"));
        try (Cluster cluster = new Cluster(directory.resolve("kafka"));
                Admin admin = Admin.create(cluster.settings.clientWith(Map.of()))) {
            publish(cluster);
            long heap = heap();
            long cpu = cpu();
            long begin = System.nanoTime();
            try (RankingService ranking = new RankingService(config, cluster.settings, new SimpleMeterRegistry())) {
                ranking.start();
                awaitCaughtUp(admin, ranking);
                tell("models=%d catalogues=%d results=%d", models, catalogues, models * results);
                tell(
                        "ranked in %.1f s, CPU %.1f s, of which the ranking's own threads %.1f s",
                        (System.nanoTime() - begin) / 1e9, (cpu() - cpu) / 1e9, rankingThreads() / 1e9);
                tell("heap of the state %.1f MB", (heap() - heap) / 1e6);
            }
            long restart = System.nanoTime();
            try (RankingService again = new RankingService(config, cluster.settings, new SimpleMeterRegistry())) {
                again.start();
                tell("restarted in %.1f s", (System.nanoTime() - restart) / 1e9);
            }
            sizes(admin);
        }
    }

    private void publish(Cluster cluster) {
        for (int i = 0; i < models; i++) {
            cluster.send(facts(model(i)));
        }
        for (int round = 0; round < results; round++) {
            for (int i = 0; i < models; i++) {
                cluster.send(result(model(i), round));
            }
        }
        cluster.flush();
    }

    private ModelId model(int i) {
        return ModelId.parse("provider-%d/family-%d/some-model-%d-instruct:free".formatted(i % catalogues, i % 97, i));
    }

    private static ModelFacts facts(ModelId model) {
        Facts facts = new Facts(
                "Some Model " + model,
                "family",
                131_072,
                8_192L,
                Set.of("text"),
                Set.of("text"),
                Set.of("tools", "temperature", "max_tokens", "top_p", "stop", "seed", "response_format"),
                "0",
                "0",
                true,
                START,
                null);
        return new ModelFacts(model, facts, START, START, null, null);
    }

    private TestResult result(ModelId model, int round) {
        long latency = (long) (2_000 * Math.exp(random.nextGaussian()));
        return new TestResult(
                "%s-%d".formatted(model, round),
                "probe-%d-%s".formatted(round, model),
                model,
                Source.PROBE,
                "standard",
                List.of("write-function", "fix-bug", "write-tests").get(round % 3),
                START.plus(Duration.ofHours(round)).plusMillis(random.nextInt(3_600_000)),
                new Outcome.Success(random.nextDouble()),
                latency,
                latency / 3,
                200,
                "tester-1");
    }

    /**
     * Waits until nothing that the ranking reads is ahead of what it committed. A partition without a commit counts
     * from its beginning, or the end would seem to be reached before the first candidate is worked on.
     */
    private void awaitCaughtUp(Admin admin, RankingService ranking) throws InterruptedException, ExecutionException {
        long told = System.nanoTime();
        while (true) {
            long behind = behind(admin);
            if (behind == 0) {
                return;
            }
            if (!(ranking.health() instanceof RankingHealth.Running)) {
                throw new IllegalStateException(
                        "the ranking is " + ranking.health() + ", " + behind + " records behind");
            }
            if (System.nanoTime() - told > TELL.toNanos()) {
                told = System.nanoTime();
                tell("… %d records behind", behind);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private long behind(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(RankingConfig.APPLICATION_ID)
                .partitionsToOffsetAndMetadata()
                .get();
        Set<TopicPartition> read = Stream.of(Topics.MODELS.name(), Topics.TEST_RESULTS.name(), CANDIDATES)
                .flatMap(topic -> IntStream.range(0, Topics.TEST_RESULTS.partitions())
                        .mapToObj(i -> new TopicPartition(topic, i)))
                .collect(Collectors.toSet());
        return ends(admin, read).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata place = committed.get(end.getKey());
                    return end.getValue() - (place == null ? 0 : place.offset());
                })
                .sum();
    }

    private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    private static void sizes(Admin admin) throws InterruptedException, ExecutionException {
        var directories = admin.describeLogDirs(List.of(1)).allDescriptions().get();
        Map<String, Long> bytes = new TreeMap<>();
        directories
                .values()
                .forEach(each -> each.values()
                        .forEach(directory -> directory
                                .replicaInfos()
                                .forEach((partition, info) -> bytes.merge(partition.topic(), info.size(), Long::sum))));
        for (Topic<?> topic : Topics.all()) {
            Set<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(i -> new TopicPartition(topic.name(), i))
                    .collect(Collectors.toSet());
            long records = ends(admin, partitions).values().stream()
                    .mapToLong(each -> each)
                    .sum();
            tell(
                    "%s: %d records, %.2f MB, %.0f bytes each",
                    topic.name(),
                    records,
                    bytes.getOrDefault(topic.name(), 0L) / 1e6,
                    records == 0 ? 0.0 : bytes.getOrDefault(topic.name(), 0L) / (double) records);
        }
        bytes.forEach((topic, size) -> {
            if (topic.startsWith(RankingConfig.APPLICATION_ID)) {
                tell("%s: %.2f MB", topic, size / 1e6);
            }
        });
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long rankingThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().contains("StreamThread"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }

    private static long heap() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void tell(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}
