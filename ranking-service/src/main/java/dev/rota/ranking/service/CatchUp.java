package dev.rota.ranking.service;

import dev.rota.ranking.topology.Succession;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether all instances of a later generation together have taken in what was there when this one
 * started, and lets it take over then. The first generation has nothing to catch up with, and looks at nothing.
 */
final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final RankingConfig config;
    private final KafkaSettings kafka;
    private final Succession succession;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    CatchUp(RankingConfig config, KafkaSettings kafka, Succession succession) {
        this.config = config;
        this.kafka = kafka;
        this.succession = succession;
    }

    synchronized void start() {
        if (config.generation() > Succession.FIRST) {
            thread = Thread.ofPlatform().name("ranking-catch-up").daemon().start(this::run);
        }
    }

    private void run() {
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            Map<TopicPartition, Long> ends = null;
            while (!stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    ends = ends == null ? ends(admin) : ends;
                    if (behind(admin, ends) == 0) {
                        LOG.info("ranking caught up generation={}", config.generation());
                        succession.caughtUp();
                        return;
                    }
                } catch (ExecutionException e) {
                    LOG.warn(
                            "ranking cannot see how far it is generation={} reason={}",
                            config.generation(),
                            e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        admin.describeTopics(List.of(Topics.TEST_RESULTS.name(), Topics.MODELS.name()))
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                wanted.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** The last place may be a mark of a transaction, which is never read as a record. */
    private long behind(Admin admin, Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(config.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata place = committed.get(end.getKey());
                    return Math.max(0, end.getValue() - 1 - (place == null ? 0 : place.offset()));
                })
                .sum();
    }

    @Override
    public synchronized void close() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
