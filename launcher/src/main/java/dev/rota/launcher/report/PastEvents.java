package dev.rota.launcher.report;

import dev.rota.client.kafka.Start;
import dev.rota.client.kafka.TopicRecord;
import dev.rota.client.kafka.TopicSnapshot;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.result.TestResult;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.history.LeftOut;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.report.ReportInput;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of the past, in the two forms that ranking and report work on.
 *
 * @param input for the report
 * @param log for the ranking: the same results
 * @param facts for the ranking: the same facts
 * @param leftOut results that are in neither
 */
record PastEvents(ReportInput input, ResultLog log, List<ModelFacts> facts, LeftOut leftOut) {
    private static PastEvents none() {
        return new PastEvents(new ReportInput(), new ResultLog(), new ArrayList<>(), new LeftOut());
    }

    /** From a file of results; no catalogue is known then. */
    static PastEvents ofFile(Path file, HistoryInput history) {
        PastEvents past = none();
        history.each(file, past::add);
        return past;
    }

    /** From the topics. What the ranking refuses is left out. */
    static PastEvents ofTopics(KafkaSettings kafka, TopicSnapshot.Progress progress) {
        PastEvents past = none();
        TopicSnapshot.forEach(Topics.TEST_RESULTS, kafka, Start.beginning(), past::admit, progress);
        TopicSnapshot.forEach(Topics.MODELS, kafka, Start.beginning(), record -> {
            ModelFacts version = record.value();
            if (version != null) {
                past.facts.add(version);
                past.input.add(version);
            }
        });
        TopicSnapshot.forEach(Topics.MODEL_FOUND, kafka, Start.beginning(), record -> {
            ModelFound probe = record.value();
            if (probe != null) {
                past.input.add(probe);
            }
        });
        return past;
    }

    private void admit(TopicRecord<TestResult> record) {
        TestResult result = record.value();
        if (result != null && leftOut.admits(record, result)) {
            add(result);
        }
    }

    private void add(TestResult result) {
        log.add(result);
        input.add(result);
    }
}
