package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class OpenRouterFormatTest {
    private final OpenRouterFormat format = new OpenRouterFormat();

    @Test
    void thereAreNoMoreModelsThanOpenRouterTakes() throws Exception {
        Selected selected = new Samples()
                .free("openrouter/a/one:free")
                .free("groq/a/other")
                .free("openrouter/a/two:free")
                .free("openrouter/a/three")
                .free("openrouter/a/four")
                .select();

        JsonNode body = new JsonMapper().readTree(format.write(selected));

        assertThat(body.get("models")).map(JsonNode::asText).containsExactly("a/one:free", "a/two:free", "a/three");
        assertThat(body.size()).isEqualTo(1);
        assertThat(format.notes(selected))
                .containsExactly(
                        "not OpenRouter's, so left out: 1 of 5 models",
                        "OpenRouter takes 3 models at most, so these are the first 3 of 4");
    }

    @Test
    void aHostileNameStaysOneString() throws Exception {
        String text =
                format.write(new Samples().free("openrouter/a/\"],\"evil\":[\"").select());

        JsonNode body = new JsonMapper().readTree(text);

        assertThat(body.get("models").get(0).asText()).isEqualTo("a/\"],\"evil\":[\"");
        assertThat(body.has("evil")).isFalse();
    }

    @Test
    void modelsOfOtherProvidersAreNoUse() {
        Selected selected = new Samples().free("groq/a/one").select();

        assertThatThrownBy(() -> format.write(selected))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("./rota export litellm");
    }
}
