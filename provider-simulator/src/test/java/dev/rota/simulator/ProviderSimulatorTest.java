package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderSimulatorTest {
    private final ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(
            Scenario.builder().model("sim/perfect:free", Patch.NONE).build()));

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Http started() {
        simulator.start();
        return new Http(simulator);
    }

    @Test
    void listsItsOwnModelsInOpenRoutersShape() throws IOException {
        try (Http http = started()) {
            JsonNode list = http.json("/models");

            assertThat(list.path("total_count").asInt())
                    .isEqualTo(list.path("data").size());
            assertThat(list.path("links").path("next").isNull()).isTrue();
            JsonNode first = list.path("data").get(0);
            assertThat(first.path("pricing").path("prompt").asText()).isEqualTo("0");
            assertThat(first.path("architecture")
                            .path("output_modalities")
                            .get(0)
                            .asText())
                    .isEqualTo("text");
            assertThat(list.path("data").findValuesAsText("id"))
                    .contains("sim/perfect:free", "simulated/auto", "~northwind/breeze-latest");
            assertThat(list.path("data").findValuesAsText("id").stream().filter(id -> id.endsWith(":free")))
                    .hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void answersAsOneBody() throws IOException {
        try (Http http = started()) {
            HttpResponse<String> response = http.chat("sim/perfect:free", false);

            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode body = Http.JSON.readTree(response.body());
            assertThat(body.path("object").asText()).isEqualTo("chat.completion");
            assertThat(body.path("model").asText()).isEqualTo("sim/perfect:free");
            JsonNode choice = body.path("choices").get(0);
            assertThat(choice.path("finish_reason").asText()).isEqualTo("stop");
            assertThat(choice.path("message").path("content").asText()).contains("provider simulator");
            assertThat(body.path("usage").path("completion_tokens").asInt()).isPositive();
        }
    }

    @Test
    void answersAsAStream() throws IOException {
        try (Http http = started()) {
            HttpResponse<String> response = http.chat("sim/perfect:free", true);

            assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
            assertThat(response.body()).startsWith("data: {").endsWith("data: [DONE]\n\n");
            assertThat(response.body()).contains("\"finish_reason\":\"stop\"", "\"usage\":{");
        }
    }

    @Test
    void countsRequestsByModel() throws IOException {
        try (Http http = started()) {
            http.chat("sim/perfect:free", false);
            http.chat("sim/perfect:free", true);
            http.chat("sim/unknown", false);

            assertThat(simulator.requests())
                    .containsEntry("sim/perfect:free", 2L)
                    .containsEntry("sim/unknown", 1L);
            JsonNode stats = http.json(simulator.root() + "simulator/stats");
            assertThat(stats.path("outcomes").path("right").asInt()).isEqualTo(2);
            assertThat(stats.path("outcomes").path("unknown-model").asInt()).isEqualTo(1);
        }
    }

    @Test
    void servesThePlainBaseToo() throws IOException {
        try (Http http = started()) {
            assertThat(http.json(simulator.root() + "v1/models").path("data")).isNotEmpty();
            assertThat(http.json(simulator.root() + "v1/key")
                            .path("data")
                            .path("is_free_tier")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        simulator.start();
        int taken = simulator.root().getPort();
        try (ProviderSimulator second =
                new ProviderSimulator(SimulatorConfig.of(Scenario.empty()).withPort(taken))) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(SimulatorException.class)
                    .hasMessageContaining("127.0.0.1:" + taken)
                    .hasMessageContaining("another port");
        }
    }
}
