package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.model.ModelId;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which goes away and comes back. */
@Timeout(240)
class BrokerAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void slotsLeaveTheirGroupWhileNoBrokerAnswersAndGoOnAfterwards(@TempDir Path directory) throws Exception {
        Path scenario = Files.writeString(
                directory.resolve("scenario.yaml"),
                "timeScale: 100\ndefaults: {successRate: 1}\ncatalogue: [{id: \"a/m:free\"}]\n");
        EmbeddedKafka kafka = broker(directory, EmbeddedKafkaConfig.ANY_PORT);
        kafka.start();
        KafkaSettings settings = KafkaSettings.of(kafka.bootstrapServers(), "mock://broker-away-it");
        Cluster cluster = new Cluster(settings);
        try (ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(scenario)))) {
            simulator.start();
            CatalogueConfig catalogue = CatalogueConfig.simulator(simulator.baseUrl());
            TesterConfig config = TesterConfig.of(settings, List.of(catalogue), new SecretSource(Map.of()))
                    .withSlots(3);
            try (TesterService service = new TesterService(
                    config, Fakes.library(), Fakes.GRADING, new SimpleMeterRegistry(), Clock.systemUTC())) {
                service.start();
                await().atMost(PATIENCE).until(() -> members() == 3);

                kafka.close();

                await().atMost(PATIENCE).until(() -> members() == 0);

                kafka = broker(directory, port(settings));
                kafka.start();
                cluster.publish(List.of(Fakes.probe("after", ModelId.parse("simulator/a/m:free"), "two#one")));
                await().atMost(PATIENCE).until(() -> cluster.results().size() == 1);
                assertThat(cluster.results().getFirst().probeId()).isEqualTo("after");
            }
        } finally {
            kafka.close();
        }
    }

    private static EmbeddedKafka broker(Path directory, int port) {
        return new EmbeddedKafka(new EmbeddedKafkaConfig(directory.resolve("kafka"), port));
    }

    private static int port(KafkaSettings settings) {
        String address = settings.bootstrapServers();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** Each member of the share group has a thread of Kafka's own, which is what would spin. */
    private static long members() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("consumer_background_thread"))
                .count();
    }
}
