package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import dev.rota.testsupport.kafka.TestKafka;
import dev.rota.testsupport.kafka.WithKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a worker had in hand when it was killed, another takes up. */
@WithKafka
@Timeout(600)
class KilledWorkerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PROBES = 12;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    /** The victim is killed with a probe in hand: of a model that hangs for hours. */
    @Test
    void aKilledWorkerLosesNothing(TestKafka kafka, @TempDir Path directory) throws Exception {
        Cluster cluster = new Cluster(kafka);
        cluster.publish(IntStream.range(0, PROBES)
                .mapToObj(i -> Fakes.probe(run + "-" + i, model(i), "two"))
                .toList());
        try (ProviderSimulator hanging = simulator(
                directory, "hang: 20h\nmodels: {\"" + run + "/odd*\": {successRate: 0, failures: {hang: 1}}}\n")) {
            Process victim = WorkerProcess.start(kafka, hanging);
            try {
                await().atMost(PATIENCE).until(() -> callsOfHangingModels(hanging) > 0);
            } finally {
                victim.destroyForcibly().waitFor();
            }
        }
        assertThat(ids(cluster)).hasSizeLessThan(2 * PROBES);
        try (ProviderSimulator healed = simulator(directory, "");
                TesterService next = successor(cluster, healed)) {
            next.start();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ids(cluster)).hasSize(2 * PROBES));
        }
        assertThat(results(cluster)).allMatch(TestResult::succeeded);
    }

    private long callsOfHangingModels(ProviderSimulator simulator) {
        return simulator.requests().entrySet().stream()
                .filter(entry -> entry.getKey().contains("/odd"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private ProviderSimulator simulator(Path directory, String rules) throws IOException {
        Path file = directory.resolve("scenario.yaml");
        String models = IntStream.range(0, PROBES)
                .mapToObj(i -> "{id: \"" + model(i).providerId() + "\"}")
                .collect(Collectors.joining(", "));
        Files.writeString(
                file, "timeScale: 100\ndefaults: {successRate: 1}\n" + rules + "catalogue: [" + models + "]\n");
        ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(file)));
        simulator.start();
        return simulator;
    }

    private ModelId model(int number) {
        return ModelId.parse("simulator/" + run + (number % 2 == 0 ? "/even" : "/odd") + number + ":free");
    }

    /** A tester in this process that goes on with what is left. */
    static TesterService successor(Cluster cluster, ProviderSimulator simulator) {
        TesterConfig config = TesterConfig.of(
                        cluster.settings(),
                        List.of(CatalogueConfig.simulator(simulator.baseUrl())),
                        new SecretSource(Map.of()))
                .withWorker("successor");
        return new TesterService(config, Fakes.library(), Fakes.GRADING, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private List<TestResult> results(Cluster cluster) {
        return cluster.results().stream()
                .filter(result -> String.valueOf(result.probeId()).startsWith(run))
                .toList();
    }

    private List<String> ids(Cluster cluster) {
        return results(cluster).stream().map(TestResult::resultId).distinct().toList();
    }
}
