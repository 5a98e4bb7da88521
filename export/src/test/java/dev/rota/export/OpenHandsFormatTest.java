package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import org.junit.jupiter.api.Test;

class OpenHandsFormatTest {
    private final OpenHandsFormat format = new OpenHandsFormat();

    @Test
    void thePrimaryIsTheDefaultAndTheOthersAreNamedGroups() throws Exception {
        JsonNode llm = read(new Samples()
                        .free("openrouter/b/two:free")
                        .free("groq/a/one")
                        .free("openrouter/c/three"))
                .get("llm");

        assertThat(llm.get("model").asText()).isEqualTo("openrouter/b/two:free");
        assertThat(llm.has("base_url")).isFalse();
        assertThat(llm.get("rota-2").get("model").asText()).isEqualTo("openai/a/one");
        assertThat(llm.get("rota-2").get("base_url").asText()).isEqualTo("https://api.groq.com/openai/v1");
        assertThat(llm.get("rota-3").get("model").asText()).isEqualTo("openrouter/c/three");
    }

    @Test
    void noKeyIsInTheFile() {
        String text = format.write(new Samples().free("openrouter/a/one").select());

        assertThat(text).doesNotContain("api_key").contains("LLM_API_KEY");
    }

    @Test
    void limitsAndPricesAreNumbers() throws Exception {
        Samples samples = new Samples().paid("openrouter/a/one");
        JsonNode llm = new TomlMapper()
                .readTree(format.write(samples.select(new ExportChoice(true, false, 9))))
                .get("llm");

        assertThat(llm.get("max_input_tokens").isIntegralNumber()).isTrue();
        assertThat(llm.get("max_output_tokens").asInt()).isEqualTo(8_192);
        assertThat(llm.get("output_cost_per_token").doubleValue()).isEqualTo(0.0000006);
        assertThat(llm.get("native_tool_calling").booleanValue()).isTrue();
        assertThat(llm.get("disable_vision").booleanValue()).isTrue();
    }

    @Test
    void aHostileNameStaysOneString() throws Exception {
        String name = "openrouter/a/x\"\\ = [evil] # '''é";

        JsonNode config = read(new Samples().free(name));

        assertThat(config.get("llm").get("model").asText()).isEqualTo(name);
        assertThat(config.size()).isEqualTo(1);
    }

    @Test
    void aKeyThatOpenHandsDoesNotLookForIsNoted() {
        assertThat(format.notes(new Samples().free("groq/a/one").select()))
                .containsExactly("start OpenHands with LLM_API_KEY=\"$GROQ_API_KEY\"");
        assertThat(format.notes(new Samples().free("openrouter/a/one").select()))
                .isEmpty();
    }

    private JsonNode read(Samples samples) throws Exception {
        return new TomlMapper().readTree(format.write(samples.select()));
    }
}
