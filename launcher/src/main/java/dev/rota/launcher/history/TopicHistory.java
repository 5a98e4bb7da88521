package dev.rota.launcher.history;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicReadException;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.runtime.batch.Batching;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.util.List;

/** Reads history from the topic of results. What the ranking refuses to believe is left out here too. */
public final class TopicHistory {
    private TopicHistory() {}

    /** Some results of the topic. */
    private record Batch(ResultLog.Part part, LeftOut leftOut) {
        void add(TopicRecord<TestResult> record) {
            TestResult result = record.value();
            if (result != null && leftOut.admits(record, result)) {
                part.add(result);
            }
        }
    }

    /**
     * Reads all results that are there.
     *
     * @param log what they are added to
     * @return what the user should know of results left out: a sentence, or nothing
     * @throws TopicReadException within about 5 s if Kafka, the registry or the topic is out of reach
     */
    public static List<String> read(ResultLog log, KafkaSettings kafka, TopicSnapshot.Progress progress) {
        LeftOut leftOut = new LeftOut();
        Batching<TopicRecord<TestResult>, Batch> batching =
                new Batching<>(() -> new Batch(log.part(), new LeftOut()), Batch::add, batch -> {
                    log.append(batch.part);
                    leftOut.add(batch.leftOut);
                });
        TopicSnapshot.inBatches(Topics.TEST_RESULTS, kafka, Start.beginning(), batching, progress);
        return leftOut.sentences();
    }
}
