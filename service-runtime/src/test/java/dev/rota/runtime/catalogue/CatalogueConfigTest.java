package dev.rota.runtime.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.runtime.config.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueConfigTest {
    private static final Set<String> SECTION = Set.of("catalogues");

    @Test
    void openRouterNeedsNoMoreThanItsName() {
        Settings settings = settings(Map.of("catalogues.openrouter.period", "1h"));

        List<CatalogueConfig> catalogues = CatalogueConfig.readAll(settings);
        settings.check(SECTION, SECTION);

        assertThat(catalogues).singleElement().satisfies(catalogue -> {
            assertThat(catalogue.url()).isEqualTo(CatalogueConfig.OPENROUTER_URL);
            assertThat(catalogue.apiKeyVariable()).contains("OPENROUTER_API_KEY");
            assertThat(catalogue.period()).isEqualTo(Duration.ofHours(1));
            assertThat(catalogue.budget()).isEqualTo(CatalogueBudget.openRouterFree());
        });
    }

    @Test
    void openRoutersAddressHasItsLimitsUnderAnyName() {
        assertThat(CatalogueConfig.at("mine", CatalogueConfig.OPENROUTER_URL).budget())
                .isEqualTo(CatalogueBudget.openRouterFree());
        assertThat(CatalogueConfig.at("own", URI.create("http://localhost:11434/v1"))
                        .budget())
                .isEqualTo(CatalogueBudget.ample());
    }

    @Test
    void everyKeyIsRead() {
        Settings settings = settings(Map.ofEntries(
                Map.entry("catalogues.groq.type", "openai"),
                Map.entry("catalogues.groq.url", "https://host.example/v1"),
                Map.entry("catalogues.groq.apiKeyVariable", "GROQ_API_KEY"),
                Map.entry("catalogues.groq.period", "2h"),
                Map.entry("catalogues.groq.filter.free", "false"),
                Map.entry("catalogues.groq.filter.assumeFree", "true"),
                Map.entry("catalogues.groq.filter.families", "acme, other"),
                Map.entry("catalogues.groq.filter.minContext", "32000"),
                Map.entry("catalogues.groq.filter.maxContext", "200000"),
                Map.entry("catalogues.groq.filter.parameters", "tools"),
                Map.entry("catalogues.groq.filter.include", "llama*"),
                Map.entry("catalogues.groq.filter.exclude", "*guard*"),
                Map.entry("catalogues.groq.budget.perMinute", "30"),
                Map.entry("catalogues.groq.budget.perDay", "1000"),
                Map.entry("catalogues.groq.budget.reservedShare", "0.25"),
                Map.entry("catalogues.groq.paid", "true"),
                Map.entry("catalogues.groq.spendingCapUsd", "2.5")));

        List<CatalogueConfig> catalogues = CatalogueConfig.readAll(settings);
        settings.check(SECTION, SECTION);

        assertThat(catalogues)
                .containsExactly(new CatalogueConfig(
                        "groq",
                        CatalogueType.OPENAI,
                        URI.create("https://host.example/v1"),
                        Optional.of("GROQ_API_KEY"),
                        Duration.ofHours(2),
                        new CatalogueFilter(
                                false,
                                true,
                                List.of("acme", "other"),
                                32_000,
                                200_000,
                                List.of("tools"),
                                List.of("llama*"),
                                List.of("*guard*")),
                        new CatalogueBudget(30, 1000, 0.25),
                        true,
                        2.5));
    }

    @Test
    void payingNeedsACap() {
        Settings settings = settings(Map.of("catalogues.x.url", "http://localhost/v1", "catalogues.x.paid", "true"));
        CatalogueConfig.readAll(settings);

        assertThatThrownBy(() -> settings.check(SECTION, SECTION))
                .hasMessageContaining("paid: true needs spendingCapUsd");
    }

    @Test
    void contextsMustLeaveRoomForAModel() {
        Settings settings = settings(Map.of(
                "catalogues.x.url", "http://localhost/v1",
                "catalogues.x.filter.minContext", "10",
                "catalogues.x.filter.maxContext", "9"));
        CatalogueConfig.readAll(settings);

        assertThatThrownBy(() -> settings.check(SECTION, SECTION))
                .hasMessageContaining("maxContext must not be below minContext, 10, but is 9");
    }

    @Test
    void aCatalogueNeedsAnAddress() {
        Settings settings = settings(Map.of("catalogues.x.period", "1h"));
        CatalogueConfig.readAll(settings);

        assertThatThrownBy(() -> settings.check(SECTION, SECTION)).hasMessageContaining("catalogues.x: needs url");
    }

    private static Settings settings(Map<String, String> flags) {
        return Settings.load(null, Map.of(), flags);
    }
}
