package dev.rota.ranking.service;

import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Facts and results of a model must lie in partitions of one number, or a task would see only half of it. */
final class TopicCheck {
    private TopicCheck() {}

    static void of(KafkaSettings kafka) {
        String results = Topics.TEST_RESULTS.name();
        String models = Topics.MODELS.name();
        try (Admin admin = Admin.create(kafka.clientWith(Map.of()))) {
            Map<String, TopicDescription> topics = admin.describeTopics(List.of(results, models))
                    .allTopicNames()
                    .get();
            int ofResults = partitions(topics, results);
            int ofModels = partitions(topics, models);
            if (ofResults != ofModels) {
                throw new IllegalStateException("topic " + results + " has " + ofResults + " partitions and " + models
                        + " has " + ofModels + "; they must have the same number: raise the smaller one before"
                        + " anything is written to it");
            }
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "cannot look at topics " + results + " and " + models + " on " + kafka.bootstrapServers() + ": "
                            + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        return topic == null ? 0 : topic.partitions().size();
    }
}
