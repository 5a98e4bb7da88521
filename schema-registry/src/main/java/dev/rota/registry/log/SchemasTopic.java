package dev.rota.registry.log;

import dev.rota.registry.SchemaRegistryConfig;
import dev.rota.registry.SchemaRegistryException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes sure that the topic is one in which schemas are safe. */
final class SchemasTopic {

    private SchemasTopic() {}

    /** Creates the topic; refuses one that exists and would forget schemas or mix up their order. */
    static void ensure(SchemaRegistryConfig config, Map<String, Object> settings) {
        try (Admin admin = Admin.create(settings)) {
            if (!created(config, admin)) {
                check(config, admin);
            }
        } catch (ExecutionException e) {
            throw unusable(config, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw unusable(config, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unusable(config, e);
        }
    }

    private static boolean created(SchemaRegistryConfig config, Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        NewTopic topic = new NewTopic(config.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            admin.createTopics(List.of(topic)).all().get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static void check(SchemaRegistryConfig config, Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, config.topic());
        long millis = config.timeout().toMillis();
        Config topic = only(admin.describeConfigs(List.of(resource)).all().get(millis, TimeUnit.MILLISECONDS));
        String policy = topic.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        int partitions = only(admin.describeTopics(List.of(config.topic()))
                        .allTopicNames()
                        .get(millis, TimeUnit.MILLISECONDS))
                .partitions()
                .size();
        if (!policy.equals(TopicConfig.CLEANUP_POLICY_COMPACT) || partitions != 1) {
            throw new SchemaRegistryException(
                    "the topic %s has cleanup.policy=%s and %d partitions, but schemas need compact and 1, or they would be lost: correct it or name another topic"
                            .formatted(config.topic(), policy, partitions));
        }
    }

    private static <T> T only(Map<?, T> answers) {
        return answers.values().iterator().next();
    }

    private static SchemaRegistryException unusable(SchemaRegistryConfig config, Throwable cause) {
        return new SchemaRegistryException(
                "the schema registry cannot reach or create the topic %s on Kafka %s (%s): check that Kafka runs there and who may use it"
                        .formatted(config.topic(), config.bootstrapServers(), cause),
                cause);
    }
}
