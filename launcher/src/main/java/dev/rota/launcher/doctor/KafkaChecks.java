package dev.rota.launcher.doctor;

import dev.rota.discovery.kafka.Leadership;
import dev.rota.launcher.up.GroupLag;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.TopicSetup;
import dev.rota.tester.QueueKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Kafka, its topics, and the groups that work on them. All checks share one client, which is made by the first of them,
 * so that what is wrong with its configuration is what that check found. Thread-safe.
 */
final class KafkaChecks implements AutoCloseable {
    private static final long MUCH_LAG = 1_000;
    private static final String SHARE_GROUPS = "share.version";

    private final KafkaSettings kafka;
    private final QueueKind queue;
    private final String testers;
    private final String ranking;
    private @Nullable Admin shared;

    KafkaChecks(KafkaSettings kafka, QueueKind queue, String testers, String ranking) {
        this.kafka = kafka;
        this.queue = queue;
        this.testers = testers;
        this.ranking = ranking;
    }

    List<Diagnosis> cluster() throws ExecutionException, InterruptedException {
        Admin admin = admin();
        int brokers = admin.describeCluster().nodes().get().size();
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok(
                "kafka", brokers + (brokers == 1 ? " broker at " : " brokers at ") + kafka.bootstrapServers()));
        FinalizedVersionRange share = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(SHARE_GROUPS);
        if (queue == QueueKind.SHARE && (share == null || share.maxVersionLevel() < 1)) {
            found.add(Diagnosis.broken(
                    "kafka",
                    "the cluster has no share groups, by which testers share probes",
                    "upgrade to Kafka 4.2 and set the feature share.version=1, or set tester.queue: classic"));
        }
        return found;
    }

    List<Diagnosis> topics(Map<String, Integer> partitions) {
        Admin admin = admin();
        List<String> differences = new TopicSetup(admin).examine(partitions);
        return differences.isEmpty()
                ? List.of(Diagnosis.ok("topics", "all are there, as Rota makes them"))
                : differences.stream().map(KafkaChecks::difference).toList();
    }

    private static Diagnosis difference(String sentence) {
        int semicolon = sentence.indexOf("; ");
        return semicolon < 0
                ? Diagnosis.warning("topics", sentence, "")
                : Diagnosis.warning("topics", sentence.substring(0, semicolon), sentence.substring(semicolon + 2));
    }

    List<Diagnosis> testers() throws ExecutionException, InterruptedException {
        Admin admin = admin();
        int members = queue == QueueKind.SHARE ? shareMembers(admin) : members(admin, testers);
        Optional<Long> lag = queue == QueueKind.SHARE
                ? new GroupLag(admin).ofShareGroup(testers)
                : new GroupLag(admin).ofConsumerGroup(testers, "rota.");
        return List.of(workers("testers", "slots", members, lag, "start some with ./rota tester"));
    }

    private int shareMembers(Admin admin) throws ExecutionException, InterruptedException {
        try {
            var groups = admin.describeShareGroups(List.of(testers)).describedGroups();
            return Objects.requireNonNull(groups.get(testers)).get().members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    List<Diagnosis> discovery() throws ExecutionException, InterruptedException {
        Admin admin = admin();
        int members = members(admin, Leadership.GROUP);
        return List.of(
                members == 0
                        ? Diagnosis.broken(
                                "discovery",
                                "no instance runs, so no catalogue is read",
                                "start one with ./rota discovery")
                        : Diagnosis.ok("discovery", members == 1 ? "1 runs" : "1 of " + members + " leads"));
    }

    List<Diagnosis> ranking() throws ExecutionException, InterruptedException {
        Admin admin = admin();
        int members = members(admin, ranking);
        Optional<Long> lag = new GroupLag(admin).ofConsumerGroup(ranking, "rota.");
        return List.of(workers("ranking", "threads", members, lag, "start it with ./rota ranking"));
    }

    private static Diagnosis workers(String check, String unit, int members, Optional<Long> lag, String start) {
        String behind = lag.map(records -> ", " + records + " records behind").orElse("");
        if (members == 0) {
            return Diagnosis.broken(check, "none runs" + behind, start);
        }
        String found = members + " " + unit + behind;
        return lag.orElse(0L) > MUCH_LAG
                ? Diagnosis.warning(check, found, "if that does not shrink, start more of them")
                : Diagnosis.ok(check, found);
    }

    private static int members(Admin admin, String group) throws ExecutionException, InterruptedException {
        try {
            var groups = admin.describeConsumerGroups(List.of(group)).describedGroups();
            return Objects.requireNonNull(groups.get(group)).get().members().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private synchronized Admin admin() {
        if (shared == null) {
            shared = Admin.create(
                    kafka.clientWith(Map.of("default.api.timeout.ms", 8_000, "request.timeout.ms", 7_000)));
        }
        return shared;
    }

    /** Waits for nothing: what was not answered by now will not be. */
    @Override
    public synchronized void close() {
        if (shared != null) {
            shared.close(Duration.ZERO);
        }
    }
}
