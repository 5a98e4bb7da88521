package dev.rota.launcher.options;

import dev.rota.runtime.config.Settings;
import dev.rota.schema.topic.Topic;
import dev.rota.schema.topic.Topics;
import java.util.HashMap;
import java.util.Map;

/** {@code topics.partitions}: how many partitions the topics keyed by model are made with; 1 to 1,024, default 4. */
public final class PartitionSettings {
    private PartitionSettings() {}

    /** The number by topic name. Only for topics that do not exist yet. */
    public static Map<String, Integer> read(Settings settings) {
        int partitions = settings.integer("topics.partitions", Topics.MODELS.partitions(), 1, 1_024);
        Map<String, Integer> byTopic = new HashMap<>();
        for (Topic<?> topic : Topics.all()) {
            byTopic.put(topic.name(), topic.partitions() == 1 ? 1 : partitions);
        }
        return byTopic;
    }
}
