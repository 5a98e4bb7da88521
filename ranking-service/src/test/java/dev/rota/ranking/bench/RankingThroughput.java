package dev.rota.ranking.bench;

import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.service.Guarantee;
import dev.rota.ranking.service.RankingConfig;
import dev.rota.ranking.service.RankingRebuild;
import dev.rota.ranking.service.RankingService;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.schema.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * How many results a second the live ranking goes through, exactly once, with all stock policies: arguments are the
 * broker's address, the number of its results, and the commit interval in ms (optional).
 */
final class RankingThroughput {
    private static final List<String> OUTPUT =
            List.of(Topics.STANDINGS.name(), Topics.ROTATION.name(), Topics.ROTATION_CHANGES.name());

    private RankingThroughput() {}

    static void main(String[] args) throws Exception {
        KafkaSettings kafka = KafkaSettings.of(args[0], BenchBroker.REGISTRY);
        long count = Long.parseLong(args[1]);
        Guarantee guarantee = Guarantee.EXACTLY_ONCE_V2;
        Duration commit = args.length > 2 ? Duration.ofMillis(Long.parseLong(args[2])) : guarantee.commitInterval();
        RankingConfig config = RankingConfig.of(StockPolicies.all(), Files.createTempDirectory("rota-bench"), guarantee)
                .withCommitInterval(commit);
        forget(config, kafka);
        SchemaIds.register(kafka);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (RankingService service = new RankingService(config, kafka, meters)) {
            Thread starter = Thread.ofPlatform().name("starter").start(service::start);
            Counter counted = meters.counter("rota.ranking.results", "verdict", "counted");
            Progress.watch("ranking, commit " + commit.toMillis() + " ms", count, () -> (long) counted.count());
            starter.join();
        }
    }

    /** So that each run begins with nothing but the results. */
    private static void forget(RankingConfig config, KafkaSettings kafka) throws Exception {
        new RankingRebuild(config, kafka).run();
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            admin.deleteTopics(OUTPUT).all().get();
            while (admin.listTopics().names().get().stream().anyMatch(OUTPUT::contains)) {
                Thread.onSpinWait();
            }
            new TopicSetup(admin).ensure(Map.of());
        }
    }
}
