package dev.rota.launcher.history;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicReadException;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.Admission;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.runtime.batch.Batching;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads history from the topic of results. What the ranking refuses to believe is left out here too. */
public final class TopicHistory {
    private long leftOut;
    private @Nullable String first;

    private TopicHistory() {}

    /** Some results of the topic. */
    private static final class Batch {
        private final ResultLog.Part part;
        private long leftOut;
        private @Nullable String first;

        Batch(ResultLog.Part part) {
            this.part = part;
        }

        void add(TopicRecord<TestResult> record) {
            TestResult result = record.value();
            if (result == null) {
                return;
            }
            Optional<String> refusal = Admission.refusal(result, record.timestamp());
            if (refusal.isEmpty()) {
                part.add(result);
            } else if (leftOut++ == 0) {
                first = "partition " + record.partition() + ", offset " + record.offset() + ": " + refusal.get();
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
        TopicHistory history = new TopicHistory();
        Batching<TopicRecord<TestResult>, Batch> batching =
                new Batching<>(() -> new Batch(log.part()), Batch::add, batch -> history.take(batch, log));
        TopicSnapshot.inBatches(Topics.TEST_RESULTS, kafka, Start.beginning(), batching, progress);
        return history.sentences();
    }

    private void take(Batch batch, ResultLog log) {
        log.append(batch.part);
        leftOut += batch.leftOut;
        first = first == null ? batch.first : first;
    }

    private List<String> sentences() {
        return leftOut == 0
                ? List.of()
                : List.of(Topics.TEST_RESULTS.name() + ": " + leftOut + (leftOut == 1 ? " result" : " results")
                        + " left out, as the ranking leaves out what cannot be true; the first is " + first);
    }
}
