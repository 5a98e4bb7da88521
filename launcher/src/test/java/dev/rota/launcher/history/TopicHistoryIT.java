package dev.rota.launcher.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.launcher.report.ReportMaker;
import dev.rota.launcher.terminal.Terminal;
import dev.rota.ranking.evidence.ResultLog;
import dev.rota.ranking.policyfile.StockPolicies;
import dev.rota.report.Range;
import dev.rota.report.content.Report;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class TopicHistoryIT {
    private static final Instant SENT = Instant.parse("2026-05-01T00:00:00Z");
    private static final String TOPIC = Topics.TEST_RESULTS.name();

    @TempDir
    Path directory;

    @Test
    void whatCannotBeTrueIsLeftOutAndTold() throws Exception {
        try (EmbeddedKafka kafka =
                new EmbeddedKafka(new EmbeddedKafkaConfig(directory, EmbeddedKafkaConfig.ANY_PORT))) {
            kafka.start();
            KafkaSettings settings = KafkaSettings.of(kafka.bootstrapServers(), "mock://topic-history");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(Stream.of(Topics.TEST_RESULTS, Topics.MODELS, Topics.MODEL_FOUND)
                                .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                                .toList())
                        .all()
                        .get();
            }
            send(
                    settings,
                    IntStream.range(0, 3_000).mapToObj(i -> result(i, 900)).toList());
            ResultLog before = new ResultLog();
            assertThat(TopicHistory.read(before, settings, (_, _) -> {})).isEmpty();
            assertThat(before.size()).isEqualTo(3_000);

            long tooLong = Duration.ofDays(2).toMillis();
            send(settings, List.of(result(3_000, tooLong), result(3_001, 900), result(3_002, tooLong)));
            ResultLog after = new ResultLog();
            assertThat(TopicHistory.read(after, settings, (_, _) -> {}))
                    .singleElement()
                    .asString()
                    .startsWith(TOPIC + ": 2 results left out")
                    .contains("partition 0, offset 3000: latencyMs is " + tooLong);
            assertThat(after.size()).isEqualTo(3_001);
            assertThat(saidByReport(settings)).contains(TOPIC + ": 2 results left out");
        }
    }

    private static String saidByReport(KafkaSettings kafka) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
        Report report =
                new ReportMaker(StockPolicies.named("speed").orElseThrow(), Range.all()).ofTopics(kafka, terminal);
        assertThat(report.subject().results()).isEqualTo(3_001);
        return err.toString(StandardCharsets.UTF_8);
    }

    private static void send(KafkaSettings kafka, List<TestResult> results) {
        try (var serde = Topics.TEST_RESULTS.valueSerde(kafka.registry());
                KafkaProducer<String, TestResult> producer = new KafkaProducer<>(
                        kafka.clientWith(Map.of()),
                        Topics.TEST_RESULTS.keySerde().serializer(),
                        serde.serializer())) {
            for (TestResult result : results) {
                var _ = producer.send(new ProducerRecord<>(
                        TOPIC, 0, SENT.toEpochMilli(), result.model().toString(), result));
            }
            producer.flush();
        }
    }

    private static TestResult result(int number, long latencyMs) {
        return new TestResult(
                "result-" + number,
                null,
                ModelId.parse("openrouter/acme/one:free"),
                Source.IMPORT,
                "standard",
                "reply",
                SENT.minusSeconds(number),
                new Outcome.Success(null),
                latencyMs,
                null,
                null,
                null);
    }
}
