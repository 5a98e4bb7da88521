package dev.rota.launcher.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueChoiceTest {
    @Test
    void knowsTheSimulatorAndOpenRouterByName() {
        assertThat(CatalogueChoice.parse("simulator")).isEqualTo(new CatalogueChoice.Simulator());
        assertThat(CatalogueChoice.parse("openrouter")).isEqualTo(new CatalogueChoice.OpenRouter());
    }

    @Test
    void anAddressIsACatalogueNamedCustomUnlessItIsGivenAName() {
        assertThat(CatalogueChoice.parse("http://localhost:1/v1"))
                .isEqualTo(new CatalogueChoice.At("custom", URI.create("http://localhost:1/v1")));
        assertThat(CatalogueChoice.parse("mine=https://host/v1/"))
                .isEqualTo(new CatalogueChoice.At("mine", URI.create("https://host/v1")));
    }

    @Test
    void nothingElseMayBeCalledSimulator() {
        assertThatThrownBy(() -> CatalogueChoice.parse("simulator=https://host/v1"))
                .hasMessageContaining("choose another");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openruter", "ftp://host/v1", "a/b=http://host", "http://"})
    void anythingElseIsRefusedWithTheRule(String text) {
        assertThatThrownBy(() -> CatalogueChoice.parse(text)).hasMessageStartingWith("--catalogue");
    }
}
