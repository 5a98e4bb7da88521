package dev.rota.tester;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.domain.result.TestResult;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.kafka.KafkaSettings;
import dev.rota.simulator.ProviderSimulator;
import dev.rota.simulator.SimulatorConfig;
import dev.rota.simulator.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are missing, refused or right, with a provider that asks for one. */
@Timeout(60)
class WorkshopTest {
    private static final String VARIABLE = "SHOP_KEY";
    private static final String KEY = "a-key-of-this-test";

    @TempDir
    Path directory;

    @Test
    void aCatalogueWithoutItsKeyIsNotCalled() throws IOException {
        try (ProviderSimulator provider = provider()) {
            Failure failure = failure(provider, Map.of());
            assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
            assertThat(failure.fault()).isEqualTo(Fault.ACCOUNT);
            assertThat(failure.message()).contains(VARIABLE);
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    void aKeyThatIsRefusedIsTheAccountsFaultAndNotShown() throws IOException {
        try (ProviderSimulator provider = provider()) {
            Failure failure = failure(provider, Map.of(VARIABLE, "another-key-altogether"));
            assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
            assertThat(failure.fault()).isEqualTo(Fault.ACCOUNT);
            assertThat(failure.httpStatus()).isEqualTo(401);
            assertThat(failure.toString()).doesNotContain("another-key-altogether");
        }
    }

    @Test
    void theRightKeyOpens() throws IOException {
        try (ProviderSimulator provider = provider()) {
            assertThat(results(provider, Map.of(VARIABLE, KEY))).hasSize(1).allMatch(TestResult::succeeded);
        }
    }

    private ProviderSimulator provider() throws IOException {
        Path scenario = directory.resolve("scenario.yaml");
        Files.writeString(
                scenario,
                "timeScale: 100\naccount: {requireKey: true, keys: [" + KEY
                        + "]}\ndefaults: {successRate: 1}\ncatalogue: [{id: \"a/m:free\"}]\n");
        ProviderSimulator provider = new ProviderSimulator(SimulatorConfig.of(ScenarioReader.read(scenario)));
        provider.start();
        return provider;
    }

    private static Failure failure(ProviderSimulator provider, Map<String, String> environment) {
        List<TestResult> results = results(provider, environment);
        assertThat(results).hasSize(1);
        return Objects.requireNonNull(results.getFirst().failure());
    }

    private static List<TestResult> results(ProviderSimulator provider, Map<String, String> environment) {
        TesterConfig config = TesterConfig.of(
                KafkaSettings.of("127.0.0.1:1", "mock://workshop"),
                List.of(CatalogueConfig.simulator(provider.baseUrl()).withApiKeyVariable(VARIABLE)),
                new SecretSource(environment));
        List<TestResult> results = new ArrayList<>();
        try (Workshop workshop = Workshop.open(config, Fakes.library(), Fakes.GRADING, Clock.systemUTC())) {
            var _ = workshop.runner("me", Duration.ZERO)
                    .run(
                            Fakes.probe("p", ModelId.parse("simulator/a/m:free"), "two#one"),
                            report -> results.add(report.result()));
        }
        return results;
    }
}
