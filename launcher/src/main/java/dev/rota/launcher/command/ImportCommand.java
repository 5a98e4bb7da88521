package dev.rota.launcher.command;

import dev.rota.domain.result.TestResult;
import dev.rota.launcher.Context;
import dev.rota.launcher.UserError;
import dev.rota.launcher.history.HistoryInput;
import dev.rota.launcher.options.ConnectionOptions;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.schema.topic.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Bring history into rota.test-results. Results that are there already count once all the same.",
        footer = {"", "Example: ./rota import history.jsonl"})
final class ImportCommand extends Subcommand {
    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Parameters(paramLabel = "FILE", description = "One result in JSON a line, plain or gzipped.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--skip-bad", description = "Bad lines are no failure.")
    private boolean skipBad;

    ImportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() {
        KafkaSettings kafka = connection.kafka(context());
        HistoryInput history = new HistoryInput(context(), skipBad);
        AtomicLong sent = new AtomicLong();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (var serde = Topics.TEST_RESULTS.valueSerde(kafka.registry());
                KafkaProducer<String, TestResult> producer = new KafkaProducer<>(
                        kafka.clientWith(Map.of("acks", "all", "linger.ms", "20", "compression.type", "lz4")),
                        Topics.TEST_RESULTS.keySerde().serializer(),
                        serde.serializer())) {
            history.each(file, result -> {
                sent.incrementAndGet();
                var _ = producer.send(record(result), (_, e) -> failure.compareAndSet(null, e));
            });
            producer.flush();
        }
        Exception refused = failure.get();
        if (refused != null) {
            throw UserError.failed("Kafka refused results: " + refused.getMessage()
                    + "; import the file again, what is there" + " already counts once");
        }
        say(sent + " results imported");
        return history.exitCode();
    }

    // The record bears the time of the test, so that time-based tools and retention see history as it was.
    private static ProducerRecord<String, TestResult> record(TestResult result) {
        return new ProducerRecord<>(
                Topics.TEST_RESULTS.name(),
                null,
                result.startedAt().toEpochMilli(),
                result.model().toString(),
                result);
    }
}
