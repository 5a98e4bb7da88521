package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.catalogue.CatalogueException;
import dev.rota.simulator.scenario.Scenario;
import dev.rota.simulator.scenario.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Path SHARED = Path.of(System.getProperty("rota.shared", "../../shared"), "data/catalogue");

    @TempDir
    Path dir;

    private static ProviderSimulator serving(Path file, Scenario scenario) {
        ProviderSimulator simulator =
                new ProviderSimulator(SimulatorConfig.of(scenario).withModelsFile(file));
        simulator.start();
        return simulator;
    }

    @Test
    void servesRealCataloguesAsTheyAre() throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "needs the real catalogues in " + SHARED);
        List<Path> files;
        try (Stream<Path> found = Files.list(SHARED)) {
            files = found.filter(file -> file.toString().endsWith(".json.gz")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            try (ProviderSimulator simulator = serving(file, Scenario.empty());
                    Http http = new Http(simulator);
                    InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                assertThat(http.json("/models").path("data"))
                        .as(file.toString())
                        .isEqualTo(Http.JSON.readTree(in).path("data"));
            }
        }
    }

    @Test
    void aRealFreeModelAnswersAndARealPaidOneDoesNot() throws IOException {
        Path file = SHARED.resolve("openrouter-2025-11-03.json.gz");
        assumeTrue(Files.exists(file), "needs " + file);
        Scenario scenario = Scenario.builder().rule("*", Patch.NONE).build();
        try (ProviderSimulator simulator = serving(file, scenario);
                Http http = new Http(simulator)) {
            assertThat(http.chat("meta-llama/llama-3.3-70b-instruct:free", true).statusCode())
                    .isEqualTo(200);
            assertThat(http.chat("amazon/nova-premier-v1", true).statusCode()).isEqualTo(402);
        }
    }

    @Test
    void servesAPlainFileAndPagesIt() throws IOException {
        Path file = Files.writeString(
                dir.resolve("models.json"), "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]}");
        Scenario scenario = Scenario.builder().pageSize(2).build();
        try (ProviderSimulator simulator = serving(file, scenario);
                Http http = new Http(simulator)) {
            List<String> ids = new ArrayList<>();
            String next = simulator.root() + "api/v1/models";
            while (!next.endsWith("null")) {
                JsonNode page = http.json(next);
                assertThat(page.path("total_count").asInt()).isEqualTo(3);
                ids.addAll(page.path("data").findValuesAsText("id"));
                next = simulator
                        .root()
                        .resolve(page.path("links").path("next").asText())
                        .toString();
            }
            assertThat(ids).containsExactly("a", "b", "c");
            assertThat(http.json("/models?limit=1&offset=1")
                            .path("data")
                            .get(0)
                            .path("id")
                            .asText())
                    .isEqualTo("b");
            assertThat(http.get("/models?limit=0").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertUnreadable(dir.resolve("missing.json"), "there is no such file");
        assertUnreadable(Files.writeString(dir.resolve("page.html"), "<html>"), "is not JSON");
        assertUnreadable(Files.writeString(dir.resolve("half.json"), "{\"data\":["), "is not JSON");
        assertUnreadable(Files.writeString(dir.resolve("other.json"), "{\"models\":[]}"), "no list \"data\"");
        assertUnreadable(Files.writeString(dir.resolve("noid.json"), "{\"data\":[{\"id\":\"a\"},{}]}"), "Entry 1");
        assertUnreadable(Files.write(dir.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0}), "cannot be read");
    }

    private static void assertUnreadable(Path file, String reason) {
        try (ProviderSimulator simulator =
                new ProviderSimulator(SimulatorConfig.of(Scenario.empty()).withModelsFile(file))) {
            assertThatThrownBy(simulator::start)
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void aRuleForAModelThatIsNotListedIsASlip() {
        Scenario scenario = Scenario.builder()
                .rule("tundra/tundra-8b-instrct:free", Patch.NONE)
                .build();
        try (ProviderSimulator simulator = new ProviderSimulator(SimulatorConfig.of(scenario))) {
            assertThatThrownBy(simulator::start)
                    .isInstanceOf(ScenarioException.class)
                    .hasMessageContaining("did you mean tundra/tundra-8b-instruct:free?");
        }
    }
}
