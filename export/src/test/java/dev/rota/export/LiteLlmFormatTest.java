package dev.rota.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteLlmFormatTest {
    private final LiteLlmFormat format = new LiteLlmFormat();

    @Test
    void theGroupHoldsEveryModelWithItsOrder() throws Exception {
        JsonNode config = read(new Samples().free("openrouter/b/two:free").free("groq/a/one"));

        List<JsonNode> group = group(config);
        assertThat(group).hasSize(2);
        JsonNode first = group.get(0).get("litellm_params");
        assertThat(first.get("model").asText()).isEqualTo("openrouter/b/two:free");
        assertThat(first.get("api_key").asText()).isEqualTo("os.environ/OPENROUTER_API_KEY");
        assertThat(first.get("order").isInt()).isTrue();
        assertThat(first.get("order").asInt()).isEqualTo(1);
        assertThat(first.has("api_base")).isFalse();
        JsonNode second = group.get(1).get("litellm_params");
        assertThat(second.get("model").asText()).isEqualTo("openai/a/one");
        assertThat(second.get("api_base").asText()).isEqualTo("https://api.groq.com/openai/v1");
        assertThat(second.get("api_key").asText()).isEqualTo("os.environ/GROQ_API_KEY");
        assertThat(second.get("order").asInt()).isEqualTo(2);
    }

    @Test
    void fallbacksAndCooldownsAreSaid() throws Exception {
        JsonNode router = read(new Samples()
                        .free("openrouter/a/one")
                        .free("openrouter/a/two")
                        .free("openrouter/a/three"))
                .get("router_settings");

        assertThat(router.get("fallbacks").get(0).get("rota/speed"))
                .map(JsonNode::asText)
                .containsExactly("openrouter/a/two", "openrouter/a/three");
        assertThat(router.get("cooldown_time").asInt()).isEqualTo(60);
        assertThat(router.get("allowed_fails").isInt()).isTrue();
        assertThat(router.get("enable_pre_call_checks").asBoolean()).isTrue();
        assertThat(router.get("max_fallbacks").asInt()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void everyFallbackIsAModelOfTheListAndEveryIdIsUnique() throws Exception {
        JsonNode config = read(new Samples().free("openrouter/a/one").free("openrouter/a/two"));

        List<String> names = config.get("model_list").findValuesAsText("model_name");
        assertThat(names).contains("openrouter/a/one", "openrouter/a/two", "rota/speed");
        assertThat(config.get("model_list").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void aRotationOfOneHasNoFallback() throws Exception {
        assertThat(read(new Samples().free("openrouter/a/one"))
                        .get("router_settings")
                        .get("fallbacks"))
                .isEmpty();
    }

    @Test
    void pricesAndAbilitiesAreNumbersAndFlags() throws Exception {
        Samples samples = new Samples().paid("openrouter/a/one");
        JsonNode info = new YAMLMapper()
                .readTree(format.write(samples.select(new ExportChoice(true, false, 9))))
                .get("model_list")
                .get(0)
                .get("model_info");

        assertThat(info.get("input_cost_per_token").doubleValue()).isEqualTo(0.0000002);
        assertThat(info.get("max_input_tokens").asInt()).isEqualTo(131_072);
        assertThat(info.get("supports_function_calling").booleanValue()).isTrue();
        assertThat(info.get("supports_vision").booleanValue()).isFalse();
    }

    @Test
    void aHostileNameStaysOneString() throws Exception {
        String name = "openrouter/a/x: \"- y' # {z} & *w %\\ \u2028é";

        JsonNode config = read(new Samples().free(name));

        assertThat(group(config).get(0).get("litellm_params").get("model").asText())
                .isEqualTo(name);
        assertThat(config.size()).isEqualTo(2);
    }

    @Test
    void figuresThatMoveALittleChangeNothing() {
        assertThat(format.write(new Samples().slow("openrouter/a/one", 4_100).select()))
                .isEqualTo(format.write(
                        new Samples().slow("openrouter/a/one", 9_900).select()));
    }

    private JsonNode read(Samples samples) throws Exception {
        return new YAMLMapper().readTree(format.write(samples.select()));
    }

    private static List<JsonNode> group(JsonNode config) {
        List<JsonNode> group = new ArrayList<>();
        config.get("model_list").forEach(deployment -> {
            if (deployment.get("model_name").asText().equals("rota/speed")) {
                group.add(deployment);
            }
        });
        return group;
    }
}
