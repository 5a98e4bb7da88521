package dev.rota.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.ConfigException;
import dev.rota.runtime.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryConfigTest {
    private static final Set<String> SECTIONS = Set.of("discovery", "wanted");

    @Test
    void nothingSaidIsTheDefaults() {
        Settings settings = Settings.load(null, Map.of(), Map.of());
        DiscoveryConfig config = DiscoveryConfig.read(settings, List.of());
        settings.check(SECTIONS, SECTIONS);
        assertThat(config).isEqualTo(DiscoveryConfig.of(List.of()));
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> flags = Map.of(
                "discovery.suite", "mine",
                "discovery.suiteTasks", "one,two",
                "discovery.probeEvery", "5m",
                "discovery.maxCatalogueBytes", "2000",
                "discovery.timeout", "9s",
                "discovery.acceptShrunk", "openrouter",
                "wanted", "a/b:free,c/d");
        Settings settings = Settings.load(null, Map.of(), flags);
        DiscoveryConfig config = DiscoveryConfig.read(settings, List.of());
        settings.check(SECTIONS, SECTIONS);
        assertThat(config.suite().name()).isEqualTo("mine");
        assertThat(config.suite().tasks()).containsExactly("one", "two");
        assertThat(config.probeEvery()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.maxCatalogueBytes()).isEqualTo(2000);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.acceptShrunk()).containsExactly("openrouter");
        assertThat(config.wanted()).containsExactly("a/b:free", "c/d");
    }

    @ParameterizedTest
    @CsvSource({
        "discovery.probeEvery, 0s",
        "discovery.maxCatalogueBytes, 12",
        "discovery.timeout, 2h",
        "discovery.suite, mine",
        "discovery.unknown, 1"
    })
    void whatBreaksARuleIsRefusedByName(String key, String value) {
        Settings settings = Settings.load(null, Map.of(), Map.of(key, value));
        DiscoveryConfig.read(settings, List.of());
        assertThatThrownBy(() -> settings.check(SECTIONS, SECTIONS))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @Test
    void twoCataloguesOfOneNameAreRefused() {
        CatalogueConfig catalogue = CatalogueConfig.at("a", URI.create("http://localhost/v1"));
        assertThatThrownBy(() -> DiscoveryConfig.of(List.of(catalogue, catalogue)))
                .hasMessageContaining("different names");
    }

    @Test
    void theSimulatorIsLookedAtMoreOften() {
        CatalogueConfig simulator = CatalogueConfig.simulator(URI.create("http://localhost/v1"));
        DiscoveryConfig config = DiscoveryConfig.of(List.of(simulator));
        assertThat(config.probeEvery(simulator)).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.probeEvery(CatalogueConfig.openRouter())).isEqualTo(Duration.ofMinutes(15));
    }

    /** Discovery names the tasks it asks for; the testers' file says which there are. */
    @Test
    void theTasksOfTheStandardSuiteAreThoseOfTheTesters() throws IOException {
        Path suite = Path.of("../tester-service/src/main/resources/suites/standard.yaml");
        List<String> tasks = Files.readAllLines(suite).stream()
                .filter(line -> line.startsWith("  - name: "))
                .map(line -> line.substring("  - name: ".length()).strip())
                .toList();
        assertThat(tasks).isEqualTo(DiscoveryConfig.STANDARD_SUITE.tasks());
    }
}
