package dev.rota.schema.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** Where topics that exist differ from those that Rota would make; each difference is a sentence with its remedy. */
final class TopicDifferences {
    private static final String MIN_IN_SYNC = "min.insync.replicas";

    private final Admin admin;

    TopicDifferences(Admin admin) {
        this.admin = admin;
    }

    List<String> of(List<NewTopic> topics) {
        int brokers = TopicSetup.await(admin.describeCluster().nodes()).size();
        Map<ConfigResource, Config> configs = visible(admin.describeConfigs(
                        topics.stream().map(TopicDifferences::resource).toList())
                .values());
        Map<String, TopicDescription> descriptions =
                visible(admin.describeTopics(topics.stream().map(NewTopic::name).toList())
                        .topicNameValues());
        List<String> differences = new ArrayList<>();
        for (NewTopic topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            Config config = configs.get(resource(topic));
            if (description != null) {
                partitions(topic, description, differences);
                replicas(topic.name(), description, config, brokers, differences);
            }
            if (config != null) {
                settings(topic, config, differences);
            }
        }
        return differences;
    }

    private static void partitions(NewTopic topic, TopicDescription description, List<String> differences) {
        int present = description.partitions().size();
        if (present != topic.numPartitions()) {
            differences.add("topic " + topic.name() + " has " + present + " partitions where Rota would make "
                    + topic.numPartitions() + "; that works if every topic keyed by model has the same number");
        }
    }

    private static void replicas(
            String topic,
            TopicDescription description,
            @Nullable Config config,
            int brokers,
            List<String> differences) {
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (replicas < Math.min(brokers, 2)) {
            differences.add("topic " + topic + " has " + replicas + " replica on a cluster of " + brokers
                    + " brokers, so one lost disk loses it; add replicas with kafka-reassign-partitions");
        }
        ConfigEntry needed = config == null ? null : config.get(MIN_IN_SYNC);
        if (needed != null && needed.value() != null && Integer.parseInt(needed.value()) > replicas) {
            differences.add("topic " + topic + " has " + replicas + " replicas and " + MIN_IN_SYNC + "="
                    + needed.value() + ", so every write is refused; add replicas with kafka-reassign-partitions, or"
                    + " lower it with kafka-configs --alter --topic " + topic + " --add-config " + MIN_IN_SYNC + "="
                    + replicas);
        }
    }

    private static void settings(NewTopic topic, Config config, List<String> differences) {
        boolean compacted = Cleanup.COMPACT.setting().equals(topic.configs().get("cleanup.policy"));
        topic.configs().forEach((key, value) -> {
            ConfigEntry entry = config.get(key);
            // A compacted topic keeps each key's newest record whatever its retention says.
            boolean matters = !key.equals("retention.ms") || !compacted;
            if (matters && entry != null && !value.equals(entry.value())) {
                differences.add("topic " + topic.name() + " has " + key + "=" + entry.value() + " where Rota relies on "
                        + value + "; change it with kafka-configs --alter --topic " + topic.name() + " --add-config "
                        + key + "=" + value);
            }
        });
    }

    /** What this user may look at. */
    private static <K, V> Map<K, V> visible(Map<K, KafkaFuture<V>> answers) {
        Map<K, V> visible = new HashMap<>();
        answers.forEach((key, answer) -> {
            try {
                visible.put(key, TopicSetup.await(answer));
            } catch (AuthorizationException _) {
                // Seeing a topic and seeing its settings are two rights.
            }
        });
        return visible;
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }
}
