package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import dev.rota.embedded.EmbeddedKafka;
import dev.rota.embedded.EmbeddedKafkaConfig;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which admits fewer members to a group than testers have slots. */
@Timeout(180)
class FullGroupIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void slotsThatAreAdmittedWorkAndTheOthersTakeOverWhenThereIsRoom(@TempDir Path directory) throws Exception {
        EmbeddedKafkaConfig config = new EmbeddedKafkaConfig(directory.resolve("kafka"), EmbeddedKafkaConfig.ANY_PORT)
                .with(Map.of("group.share.max.size", "2"));
        Path scenario = Files.writeString(
                directory.resolve("scenario.yaml"),
                "timeScale: 100\ndefaults: {successRate: 1}\ncatalogue: [{id: \"a/m:free\"}]\n");
        try (EmbeddedKafka kafka = new EmbeddedKafka(config);
                ProviderSimulator simulator =
                        new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(scenario)))) {
            kafka.start();
            simulator.start();
            Cluster cluster = new Cluster(KafkaSettings.of(kafka.bootstrapServers(), "mock://full-group-it"));
            try (TesterService second = service(cluster.settings(), simulator, 2)) {
                try (TesterService first = service(cluster.settings(), simulator, 3)) {
                    first.start();
                    await().atMost(PATIENCE)
                            .untilAsserted(() -> assertThat(first.warnings())
                                    .singleElement()
                                    .asString()
                                    .startsWith("1 of this tester's 3 slots have no work: the group rota-testers is"
                                            + " full with 2 members, for the brokers' group.share.max.size is 2:"));
                    second.start();
                    await().atMost(PATIENCE)
                            .until(() -> second.warnings().toString().contains("2 of this tester's 2 slots"));
                    cluster.publish(probes(0, 5));
                    await().atMost(PATIENCE).until(() -> cluster.results().size() == 5);
                }
                await().atMost(PATIENCE).until(() -> second.warnings().isEmpty());
                cluster.publish(probes(5, 10));
                await().atMost(PATIENCE).until(() -> cluster.results().size() == 10);
            }
        }
    }

    private static TesterService service(KafkaSettings kafka, ProviderSimulator simulator, int slots) {
        CatalogueConfig catalogue = CatalogueConfig.simulator(simulator.baseUrl());
        TesterConfig config = TesterConfig.of(kafka, List.of(catalogue), new SecretSource(Map.of()))
                .withSlots(slots);
        return new TesterService(config, Fakes.library(), Fakes.GRADING, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    private static List<ModelFound> probes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Fakes.probe("probe-" + i, ModelId.parse("simulator/a/m:free"), "two#one"))
                .toList();
    }
}
