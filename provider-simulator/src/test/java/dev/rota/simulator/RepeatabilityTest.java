package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Mixture;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.scenario.Scenario;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatabilityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final int REQUESTS = 25;

    private static Scenario scenario() {
        Map<FailureShape, Double> failures = new LinkedHashMap<>();
        failures.put(FailureShape.UPSTREAM_429, 1.0);
        failures.put(FailureShape.HTML_502, 1.0);
        Patch fickle = Patch.builder()
                .successRate(0.5)
                .failures(Mixture.of(failures))
                .quality(new Mixture<>(
                        List.of(new Mixture.Part<>(Quality.RIGHT, 1), new Mixture.Part<>(Quality.WRONG, 1))))
                .build();
        return Scenario.builder()
                .withoutStockModels()
                .model("sim/a:free", fickle)
                .model("sim/b:free", fickle)
                .build();
    }

    /** The answers of model a; model b is asked before each of them, if wanted. */
    private static List<String> answers(long seed, boolean withNeighbour) throws IOException {
        SimulatorConfig config = SimulatorConfig.of(scenario()).withSeed(seed).withClock(InstantSource.fixed(NOW));
        List<String> answers = new ArrayList<>();
        try (ProviderSimulator simulator = new ProviderSimulator(config)) {
            simulator.start();
            try (Http http = new Http(simulator)) {
                for (int i = 0; i < REQUESTS; i++) {
                    if (withNeighbour) {
                        http.chat("sim/b:free", false);
                    }
                    answers.add(http.chat("sim/a:free", false).body());
                }
            }
        }
        return answers;
    }

    @Test
    void theSameSeedGivesTheSameAnswers() throws IOException {
        assertThat(answers(7, false)).isEqualTo(answers(7, false));
    }

    @Test
    void requestsToOtherModelsChangeNothing() throws IOException {
        assertThat(answers(7, true)).isEqualTo(answers(7, false));
    }

    @Test
    void anotherSeedGivesOthers() throws IOException {
        assertThat(answers(8, false)).isNotEqualTo(answers(7, false));
    }
}
