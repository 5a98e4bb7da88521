package dev.rota.schema.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Creates the topics that are missing and says where an existing one differs. What exists is never changed: its owner
 * may have reasons, and changing partitions would part a model's evidence.
 */
public final class TopicSetup {
    private final Admin admin;

    /** @param admin used, not closed */
    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing.
     *
     * @param partitions overrides the topics' own number of partitions, by topic name
     * @return one sentence per difference between what exists and what Rota would make, the remedy included
     * @throws KafkaException if the cluster refuses or does not answer
     */
    public List<String> ensure(Map<String, Integer> partitions) {
        List<NewTopic> wanted = wanted(partitions);
        Set<String> present = await(admin.listTopics().names());
        List<NewTopic> missing =
                wanted.stream().filter(topic -> !present.contains(topic.name())).toList();
        create(missing);
        return differences(
                wanted.stream().filter(topic -> present.contains(topic.name())).toList());
    }

    private static List<NewTopic> wanted(Map<String, Integer> partitions) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            int count = partitions.getOrDefault(topic.name(), topic.partitions());
            wanted.add(newTopic(topic.name(), count, topic.cleanup(), topic.retention()));
        }
        wanted.add(newTopic(
                Topics.DEAD_LETTERS,
                partitions.getOrDefault(Topics.DEAD_LETTERS, 1),
                Cleanup.DELETE,
                Topics.DEAD_LETTERS_RETENTION));
        return wanted;
    }

    private static NewTopic newTopic(String name, int partitions, Cleanup cleanup, @Nullable Duration retention) {
        String retentionMs = retention == null ? "-1" : Long.toString(retention.toMillis());
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of("cleanup.policy", cleanup.setting(), "retention.ms", retentionMs));
    }

    private void create(List<NewTopic> missing) {
        for (var created : admin.createTopics(missing).values().values()) {
            try {
                await(created);
            } catch (TopicExistsException _) {
                // Another service of the same cluster was a moment faster.
            }
        }
    }

    private List<String> differences(List<NewTopic> topics) {
        List<ConfigResource> resources =
                topics.stream().map(TopicSetup::resource).toList();
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources).all());
        Map<String, TopicDescription> descriptions =
                await(admin.describeTopics(topics.stream().map(NewTopic::name).collect(Collectors.toSet()))
                        .allTopicNames());
        List<String> differences = new ArrayList<>();
        for (NewTopic topic : topics) {
            TopicDescription description = descriptions.get(topic.name());
            if (description != null && description.partitions().size() != topic.numPartitions()) {
                differences.add("topic " + topic.name() + " has "
                        + description.partitions().size() + " partitions where Rota would make "
                        + topic.numPartitions() + "; that works if every topic keyed by model has the same number");
            }
            Config config = configs.get(resource(topic));
            if (config != null) {
                topic.configs().forEach((key, value) -> {
                    ConfigEntry entry = config.get(key);
                    // A compacted topic keeps each key's newest record whatever its retention says.
                    boolean matters = !key.equals("retention.ms")
                            || !Cleanup.COMPACT.setting().equals(topic.configs().get("cleanup.policy"));
                    if (matters && entry != null && !value.equals(entry.value())) {
                        differences.add("topic " + topic.name() + " has " + key + "=" + entry.value()
                                + " where Rota relies on " + value + "; change it with kafka-configs --alter --topic "
                                + topic.name() + " --add-config " + key + "=" + value);
                    }
                });
            }
        }
        return differences;
    }

    private static ConfigResource resource(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
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
