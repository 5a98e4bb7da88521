package dev.rota.tester.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/** Prepares the share group before its first use. */
public final class GroupSetup {
    private static final String LOCK = "share.record.lock.duration.ms";
    private static final String BROKERS_LOCK = "group.share.max.record.lock.duration.ms";
    private static final String DELIVERIES = "share.delivery.count.limit";
    private static final String BROKERS_DELIVERIES = "group.share.max.delivery.count.limit";

    /** Deliveries beyond ours, for a worker that dies while it writes the dead letter. */
    private static final int SPARE_DELIVERIES = 2;

    private final Admin admin;

    /** @param admin used, not closed */
    public GroupSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Sets where the group begins, how long its locks last and how often it delivers.
     *
     * @param lock as wanted; a broker may allow less
     * @param maxDeliveries the delivery at which a worker writes a dead letter; the broker must allow more
     * @return one sentence per thing that the broker does not allow as wanted, the remedy included
     * @throws KafkaException if the cluster has no share groups or does not answer
     */
    public List<String> prepare(String group, Duration lock, int maxDeliveries) {
        requireShareGroups();
        List<String> notes = new ArrayList<>();
        set(group, "share.auto.offset.reset", "earliest");
        bounded(group, LOCK, lock.toMillis(), BROKERS_LOCK)
                .ifPresent(max -> notes.add("the brokers allow a probe "
                        + Duration.ofMillis(max).toSeconds()
                        + " s, not " + lock.toSeconds() + " s; a longer one is run twice, and counts once: raise "
                        + BROKERS_LOCK + " on the brokers, or set tester.queue: classic"));
        bounded(group, DELIVERIES, maxDeliveries + SPARE_DELIVERIES, BROKERS_DELIVERIES)
                .filter(max -> max <= maxDeliveries)
                .ifPresent(max -> notes.add("the brokers deliver a record at most " + max
                        + " times, so no dead letter is written after " + maxDeliveries
                        + ": lower tester.deliveries, or raise " + BROKERS_DELIVERIES + " on the brokers"));
        return notes;
    }

    private void requireShareGroups() {
        FinalizedVersionRange share = await(admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get("share.version");
        if (share == null || share.maxVersionLevel() < 1) {
            throw new KafkaException("the Kafka cluster has no share groups (feature share.version is "
                    + (share == null ? "unknown" : "off") + "): use Kafka 4.2 or newer and enable it, or set"
                    + " tester.queue: classic");
        }
    }

    /** Sets a value, or the most that the brokers allow; the latter is returned. */
    private Optional<Long> bounded(String group, String key, long wanted, String brokersKey) {
        try {
            set(group, key, Long.toString(wanted));
            return Optional.empty();
        } catch (InvalidConfigurationException e) {
            long max = brokersLimit(brokersKey, e);
            set(group, key, Long.toString(Math.min(max, wanted)));
            return Optional.of(max);
        }
    }

    private void set(String group, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.GROUP, group);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        await(admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all());
    }

    private long brokersLimit(String key, InvalidConfigurationException refusal) {
        Collection<Node> nodes = await(admin.describeCluster().nodes());
        for (Node node : nodes) {
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
            Config config = await(admin.describeConfigs(List.of(broker)).all()).get(broker);
            @Nullable ConfigEntry entry = config == null ? null : config.get(key);
            @Nullable String value = entry == null ? null : entry.value();
            if (value != null) {
                return Long.parseLong(value);
            }
        }
        throw refusal;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
