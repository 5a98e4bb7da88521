package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.simulator.answer.AnswerRule;
import dev.rota.simulator.behaviour.Delay;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.behaviour.Quality;
import dev.rota.simulator.behaviour.Quirk;
import dev.rota.simulator.behaviour.ToolUse;
import dev.rota.simulator.catalogue.ModelSheet;
import dev.rota.simulator.scenario.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final ProviderSimulator SIMULATOR = new ProviderSimulator(SimulatorConfig.of(Scenario.builder()
            .withoutStockModels()
            .model("sim/right", Patch.NONE)
            .model("sim/wrong", Patch.builder().quality(Quality.WRONG).build())
            .model("sim/empty", Patch.builder().quality(Quality.EMPTY).build())
            .model("sim/mute", Patch.builder().quality(Quality.REASONING_ONLY).build())
            .model("sim/thinker", Patch.builder().reasoningTokens(50).build())
            .model("sim/odd", Patch.builder().quirks(EnumSet.allOf(Quirk.class)).build())
            .model(
                    "sim/oddstream",
                    Patch.builder()
                            .quirks(EnumSet.of(Quirk.COMMENTS, Quirk.CRLF, Quirk.USAGE_WITHOUT_CHOICES))
                            .build())
            .model(
                    "sim/slow",
                    Patch.builder()
                            .firstToken(new Delay.Fixed(Duration.ofMillis(200)))
                            .tokensPerSecond(100)
                            .build())
            .model("sim/caller", Patch.builder().tools(ToolUse.ALWAYS).build())
            .model("sim/refuser", Patch.builder().tools(ToolUse.NEVER).build())
            .list(toolless())
            .answer(AnswerRule.of("capital of France", "Paris", "P", "Berlin"))
            .build()));

    private static ModelSheet toolless() {
        ModelSheet free = ModelSheet.free("sim/toolless");
        return new ModelSheet(
                free.id(),
                free.name(),
                1_000,
                null,
                free.inputModalities(),
                free.outputModalities(),
                ModelSheet.parameters(false),
                "0",
                "0",
                free.created(),
                null,
                null);
    }

    @BeforeAll
    static void start() {
        SIMULATOR.start();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    private static String post(String body) throws IOException {
        try (Http http = new Http(SIMULATOR)) {
            return http.post(body).body();
        }
    }

    private static JsonNode choice(String body) throws IOException {
        return Http.JSON.readTree(post(body)).path("choices").get(0);
    }

    private static String withTools(String model, String choice) {
        return """
               {"model":"%s","tool_choice":%s,"messages":[{"role":"user","content":"Look at the weather."}],
               "tools":[{"type":"function","function":{"name":"weather","parameters":{"type":"object",
               "properties":{"city":{"type":"string"},"days":{"type":"integer"}},"required":["city"]}}}]}
               """.formatted(model, choice);
    }

    @Test
    void knownPromptsHaveKnownAnswers() throws IOException {
        String prompt = "What is the capital of France?";
        assertThat(choice(Http.body("sim/right", false, prompt))
                        .path("message")
                        .path("content")
                        .asText())
                .isEqualTo("Paris");
        assertThat(choice(Http.body("sim/wrong", false, prompt))
                        .path("message")
                        .path("content")
                        .asText())
                .isEqualTo("Berlin");
        assertThat(choice(Http.body("sim/empty", false, prompt))
                        .path("message")
                        .path("content")
                        .asText())
                .isEmpty();
        assertThat(choice(Http.body("sim/right", false, "Write `clamp(value, min, max)`."))
                        .path("message")
                        .path("content")
                        .asText())
                .contains("function clamp");
    }

    @Test
    void someThinkAndSayNothing() throws IOException {
        JsonNode message = choice(Http.body("sim/mute", false, "Hello")).path("message");

        assertThat(message.path("content").asText()).isEmpty();
        assertThat(message.path("reasoning").asText()).isNotEmpty();
        assertThat(post(Http.body("sim/mute", true, "Hello")))
                .contains("\"reasoning\":\"Let me")
                .contains("[DONE]");
    }

    @Test
    void theLimitOfTheOutputCutsReasoningFirst() throws IOException {
        String limited =
                "{\"model\":\"sim/thinker\",\"max_tokens\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        JsonNode thoughts = choice(limited.formatted(20));
        assertThat(thoughts.path("finish_reason").asText()).isEqualTo("length");
        assertThat(thoughts.path("message").path("content").asText()).isEmpty();

        JsonNode begun = choice(limited.formatted(55));
        assertThat(begun.path("finish_reason").asText()).isEqualTo("length");
        assertThat(begun.path("message").path("content").asText()).hasSize(20);

        assertThat(choice(limited.formatted(500)).path("finish_reason").asText())
                .isEqualTo("stop");
    }

    @Test
    void quirksDoNotHarmTheAnswer() throws IOException {
        assertThat(post(Http.body("sim/odd", true, "capital of France")))
                .startsWith("\n")
                .contains("\"Paris\"");
        assertThat(post(Http.body("sim/oddstream", true, "capital of France")))
                .startsWith(": OPENROUTER PROCESSING\r\n\r\n")
                .contains("\"choices\":[],\"usage\"")
                .endsWith("data: [DONE]\r\n\r\n");
    }

    @Test
    void answersTakeTheirTime() throws IOException {
        long start = System.nanoTime();
        post(Http.body("sim/slow", true, "Say something."));

        // 200 ms until the first token and about 22 tokens at 100 a second.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(380));
    }

    @Test
    void callsAToolWhenItMust() throws IOException {
        JsonNode required = choice(withTools("sim/right", "\"required\""));

        assertThat(required.path("finish_reason").asText()).isEqualTo("tool_calls");
        JsonNode call = required.path("message").path("tool_calls").get(0).path("function");
        assertThat(call.path("name").asText()).isEqualTo("weather");
        assertThat(call.path("arguments").asText()).isEqualTo("{\"city\":\"example\"}");
        String named = "{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}";
        assertThat(choice(withTools("sim/right", named)).path("message").has("tool_calls"))
                .isTrue();
    }

    @Test
    void callsAToolByItsOwnWay() throws IOException {
        assertThat(choice(withTools("sim/right", "\"auto\"")).path("message").has("tool_calls"))
                .isFalse();
        assertThat(choice(withTools("sim/caller", "\"auto\"")).path("message").has("tool_calls"))
                .isTrue();
        assertThat(choice(withTools("sim/caller", "\"none\"")).path("message").has("tool_calls"))
                .isFalse();
        assertThat(choice(withTools("sim/refuser", "\"required\""))
                        .path("message")
                        .has("tool_calls"))
                .isFalse();
    }

    @Test
    void refusesToolsAndLengthThatTheModelDoesNotTake() throws IOException {
        assertThat(post(withTools("sim/toolless", "\"auto\""))).contains("No endpoints found that support tool use");
        assertThat(post(Http.body("sim/toolless", false, "word ".repeat(1_000))))
                .contains("maximum context length is 1000 tokens");
    }
}
