package dev.rota.launcher.history;

import dev.rota.client.kafka.TopicRecord;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.Admission;
import dev.rota.schema.topic.Topics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the results of the topic that the ranking refuses to believe. For one thread at a time. */
public final class LeftOut {
    private long count;
    private @Nullable String first;

    /** Whether to take the record's result; counts it if not. */
    public boolean admits(TopicRecord<TestResult> record, TestResult result) {
        Optional<String> refusal = Admission.refusal(result, record.timestamp());
        if (refusal.isPresent() && count++ == 0) {
            first = "partition " + record.partition() + ", offset " + record.offset() + ": " + refusal.get();
        }
        return refusal.isEmpty();
    }

    /** Adds what was left out after it. */
    void add(LeftOut later) {
        count += later.count;
        first = first == null ? later.first : first;
    }

    /** What the user should know of it: a sentence, or nothing. */
    public List<String> sentences() {
        return count == 0
                ? List.of()
                : List.of(Topics.TEST_RESULTS.name() + ": " + count + (count == 1 ? " result" : " results")
                        + " left out, as the ranking leaves out what cannot be true; the first is " + first);
    }
}
