package dev.rota.launcher.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.model.ModelId;
import dev.rota.launcher.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownModelsTest {
    private static final ModelId LLAMA = ModelId.parse("openrouter/meta-llama/llama-3.3-70b:free");

    private final KnownModels models =
            new KnownModels(List.of(LLAMA, ModelId.parse("openrouter/qwen/qwen3-32b:free"), ModelId.parse("a/qwen/q")));

    @ParameterizedTest
    @ValueSource(strings = {"openrouter/meta-llama/llama-3.3-70b:free", "meta-llama/llama-3.3-70b:free", "llama-3.3"})
    void aModelIsFoundByItsNameItsIdOrAPartThatIsItsAlone(String text) {
        assertThat(models.find(text)).isEqualTo(LLAMA);
    }

    @Test
    void theNearestIsOffered() {
        assertThatThrownBy(() -> models.find("openrouter/meta-lama/lama-3.3-70b:free"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("did you mean " + LLAMA + "?");
        assertThatThrownBy(() -> models.find("meta-lama/lama-3.3-70b:free"))
                .hasMessageContaining("did you mean " + LLAMA.providerId() + "?");
    }

    @Test
    void thoseThatAreLikeItInAPartAreOffered() {
        assertThatThrownBy(() -> models.find("llama-4-maverick")).hasMessageContaining("did you mean " + LLAMA + "?");
        assertThatThrownBy(() -> models.find("qwem/max"))
                .hasMessageContaining("did you mean a/qwen/q or openrouter/qwen/qwen3-32b:free?");
    }

    @Test
    void aPartOfSeveralNamesIsAmbiguous() {
        assertThatThrownBy(() -> models.find("qwen"))
                .hasMessage("\"qwen\" may be any of 2 models: a/qwen/q, openrouter/qwen/qwen3-32b:free");
    }

    @Test
    void whereNothingIsNearOrNothingIsKnownItIsSaidWhatToDo() {
        assertThatThrownBy(() -> models.find("zzz"))
                .hasMessageContaining("nor one like it: ./rota models --retired lists the 3 that are known");
        assertThatThrownBy(() -> new KnownModels(List.of()).find("zzz")).hasMessageContaining("none is known yet");
    }
}
