package dev.rota.schema.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that are missing and says where an existing one differs. What exists is never changed: its owner
 * may have reasons, and changing partitions would part a model's evidence.
 */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;

    /** @param admin used, not closed */
    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing. A topic that this user may neither see nor make is left to those who may.
     *
     * @param partitions overrides the topics' own number of partitions, by topic name
     * @return one sentence per difference between what exists and what Rota would make, the remedy included
     * @throws KafkaException if the cluster refuses or does not answer
     */
    public List<String> ensure(Map<String, Integer> partitions) {
        List<NewTopic> wanted = wanted(partitions);
        Set<String> present = await(admin.listTopics().names());
        create(wanted.stream().filter(topic -> !present.contains(topic.name())).toList());
        return new TopicDifferences(admin)
                .of(wanted.stream()
                        .filter(topic -> present.contains(topic.name()))
                        .toList());
    }

    /**
     * Says what {@link #ensure} would create, and what it would say, and changes nothing.
     *
     * @param partitions as there
     * @return one sentence for each topic that is missing or differs
     */
    public List<String> examine(Map<String, Integer> partitions) {
        List<NewTopic> wanted = wanted(partitions);
        Set<String> present = await(admin.listTopics().names());
        List<String> found = new ArrayList<>();
        for (NewTopic topic : wanted) {
            if (!present.contains(topic.name())) {
                found.add("topic " + topic.name() + " is missing; a service makes it when it starts, if it may");
            }
        }
        found.addAll(new TopicDifferences(admin)
                .of(wanted.stream()
                        .filter(topic -> present.contains(topic.name()))
                        .toList()));
        return found;
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
        List<String> made = new ArrayList<>();
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                await(created.getValue());
                made.add(created.getKey());
            } catch (TopicExistsException _) {
                // Another service of the same cluster was a moment faster.
            } catch (AuthorizationException _) {
                // Least privilege: it may well be there, and is none of this user's business.
                LOG.debug("topic {} is neither to be seen nor to be made by this user", created.getKey());
            } catch (InvalidReplicationFactorException e) {
                // Its message is all that it tells; as a cause it would be told twice.
                throw new InvalidReplicationFactorException("topic " + created.getKey() + " cannot be made: "
                        + String.valueOf(e.getMessage()).replaceFirst("\\.$", "")
                        + "; start more brokers, or lower default.replication.factor on them");
            }
        }
        awaitVisible(made);
    }

    /** The controller has made them; brokers hear of it a moment later, and until then deny that they exist. */
    private void awaitVisible(List<String> made) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                await(admin.describeTopics(made).allTopicNames());
                return;
            } catch (AuthorizationException _) {
                return; // this user may make topics, but not see them
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    static <T> T await(KafkaFuture<T> future) {
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
