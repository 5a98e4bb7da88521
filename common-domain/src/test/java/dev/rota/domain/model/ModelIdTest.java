package dev.rota.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelIdTest {
    @Test
    void namesTheCatalogueAndTheProvidersOwnId() {
        ModelId id = ModelId.parse("openrouter/meta-llama/llama-3.3-70b-instruct:free");

        assertThat(id.catalogue()).isEqualTo("openrouter");
        assertThat(id.providerId()).isEqualTo("meta-llama/llama-3.3-70b-instruct:free");
        assertThat(id).hasToString("openrouter/meta-llama/llama-3.3-70b-instruct:free");
    }

    @ParameterizedTest
    @CsvSource({
        "openrouter/meta-llama/llama-3.3:free, meta-llama",
        "openrouter/~acme/alias, acme",
        "ollama/qwen3:8b, qwen3:8b"
    })
    void theFamilyIsTheAuthorPart(String model, String family) {
        assertThat(ModelId.parse(model).family()).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "/llama", "openrouter/", ""})
    void refusesANameWithoutACatalogue(String text) {
        assertThatThrownBy(() -> ModelId.parse(text)).hasMessageContaining("<catalogue>/<the provider's own id>");
    }

    @Test
    void refusesControlCharactersAndEndlessNames() {
        assertThatThrownBy(() -> ModelId.parse("a/b\u0000c")).hasMessageContaining("control characters");
        assertThatThrownBy(() -> ModelId.parse("a/" + "x".repeat(10_000))).hasMessageContaining("at most 512");
    }

    @Test
    void nothingSimulatedPassesForReal() {
        assertThat(ModelId.parse("simulator/acme/x").simulated()).isTrue();
        assertThat(ModelId.parse("openrouter/simulator/x").simulated()).isFalse();
    }
}
