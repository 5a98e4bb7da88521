package dev.rota.ranking.bench;

import dev.rota.ranking.Samples;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;

/** Gives the results' schema the id it has in the process that wrote them: the first. */
final class SchemaIds {
    private SchemaIds() {}

    static void register(KafkaSettings kafka) {
        var serializer = Topics.TEST_RESULTS.valueSerde(kafka.registry()).serializer();
        serializer.serialize(Topics.TEST_RESULTS.name(), Samples.success(Samples.MODEL, Samples.START, 1));
    }
}
