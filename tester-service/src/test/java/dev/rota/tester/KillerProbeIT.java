package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.schema.topic.Topics;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A probe that kills whoever has it in hand ends as a dead letter, and takes none of those beside it with it. */
@WithKafka
@Timeout(600)
class KillerProbeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Enough short ones, before and after, that workers take them together. */
    private static final int OTHERS = 300;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final ModelId killer = ModelId.parse("simulator/" + run + "/killer:free");

    @Test
    void itGoesAloneInTheEnd(TestKafka kafka, @TempDir Path directory) throws Exception {
        Cluster cluster = new Cluster(kafka);
        cluster.publish(Stream.of(others(0, OTHERS / 2), Stream.of(killer), others(OTHERS / 2, OTHERS))
                .flatMap(models -> models)
                .map(model -> Fakes.probe(run + "-" + model.providerId(), model, "two"))
                .toList());
        try (ProviderSimulator simulator = simulator(directory)) {
            while (deadLetters(cluster).isEmpty()) {
                long before = killed(simulator);
                Process victim = WorkerProcess.start(kafka, simulator);
                try {
                    await().atMost(PATIENCE)
                            .until(() -> killed(simulator) > before
                                    || !deadLetters(cluster).isEmpty());
                } finally {
                    victim.destroyForcibly().waitFor();
                }
            }
            try (TesterService next = KilledWorkerIT.successor(cluster, simulator)) {
                next.start();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(ids(cluster)).hasSize(2 * OTHERS));
            }
        }
        assertThat(deadLetters(cluster)).singleElement().satisfies(letter -> {
            assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo(killer.toString());
            assertThat(new String(
                            letter.headers()
                                    .lastHeader("rota.dead-letter.reason")
                                    .value(),
                            StandardCharsets.UTF_8))
                    .contains("delivered 5 times");
        });
    }

    private Stream<ModelId> others(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> ModelId.parse("simulator/" + run + "/other" + i + ":free"));
    }

    /** How often the killer was called; whoever calls it is killed. */
    private long killed(ProviderSimulator simulator) {
        return simulator.requests().getOrDefault(killer.providerId(), 0L);
    }

    private ProviderSimulator simulator(Path directory) throws IOException {
        Path file = directory.resolve("scenario.yaml");
        String models = Stream.concat(Stream.of(killer), others(0, OTHERS))
                .map(model -> "{id: \"" + model.providerId() + "\"}")
                .collect(Collectors.joining(", "));
        Files.writeString(
                file,
                "account: {freePerMinute: 0, freePerDay: 0}\nhang: 20h\n"
                        + "defaults: {successRate: 1, firstToken: 0ms}\nmodels: {\"" + killer.providerId()
                        + "\": {successRate: 0, failures: {hang: 1}}}\ncatalogue: [" + models + "]\n");
        ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(file)));
        simulator.start();
        return simulator;
    }

    private List<String> ids(Cluster cluster) {
        return cluster.results().stream()
                .filter(result -> String.valueOf(result.probeId()).startsWith(run))
                .map(TestResult::resultId)
                .distinct()
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(Cluster cluster) {
        return cluster.records(Topics.DEAD_LETTERS).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).contains(run))
                .toList();
    }
}
