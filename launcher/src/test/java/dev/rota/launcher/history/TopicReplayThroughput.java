package dev.rota.launcher.history;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.ranking.replay.Replay;
import dev.rota.ranking.standing.Estimator;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Prints how many results a second a replay from the topic reads and goes through. Arguments: the address that
 * {@code BenchBroker} prints, and rounds.
 */
final class TopicReplayThroughput {
    private static final String REGISTRY = "mock://bench";

    private TopicReplayThroughput() {}

    static void main(String[] args) {
        KafkaSettings kafka = KafkaSettings.of(args[0], REGISTRY);
        registerSchema(kafka);
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            ResultLog log = new ResultLog();
            long begin = System.nanoTime();
            TopicHistory.read(log, kafka, (_, _) -> {});
            long read = System.nanoTime();
            new Replay(List.of(StockPolicies.named("speed").orElseThrow()), Estimator.standard(), List.of())
                    .run(log, null, (_, _) -> {});
            long end = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%d results read at %.0f a second, replayed at %.0f, both at %.0f%n",
                    log.size(),
                    log.size() / ((read - begin) / 1e9),
                    log.size() / ((end - read) / 1e9),
                    log.size() / ((end - begin) / 1e9));
        }
    }

    /** Gives the schema the id it has in the process that wrote the results: the first. */
    private static void registerSchema(KafkaSettings kafka) {
        TestResult any = new TestResult(
                "p/t/1",
                "p",
                ModelId.parse("openrouter/acme/any"),
                Source.PROBE,
                "stock",
                "t",
                Instant.EPOCH,
                new Outcome.Success(null),
                1,
                null,
                null,
                "tester-1");
        Topics.TEST_RESULTS.valueSerde(kafka.registry()).serializer().serialize(Topics.TEST_RESULTS.name(), any);
    }
}
