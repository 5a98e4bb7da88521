package dev.rota.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.domain.result.FailureKind;
import dev.rota.simulator.behaviour.FailureShape;
import dev.rota.simulator.behaviour.Patch;
import dev.rota.simulator.scenario.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every shape of failure as a caller sees it; one model for each. */
class FailureShapesTest {
    private static final Duration HANG = Duration.ofMillis(300);

    private static final ProviderSimulator SIMULATOR = new ProviderSimulator(SimulatorConfig.of(scenario()));

    private static Scenario scenario() {
        Scenario.Builder scenario = Scenario.builder().withoutStockModels().hang(HANG);
        for (FailureShape shape : FailureShape.values()) {
            scenario.model(model(shape), Patch.builder().failing(shape).build());
        }
        return scenario.build();
    }

    private static String model(FailureShape shape) {
        return "sim/" + shape.scenarioName() + ":free";
    }

    @BeforeAll
    static void start() {
        SIMULATOR.start();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    private static HttpResponse<String> ask(FailureShape shape, boolean stream) throws IOException {
        try (Http http = new Http(SIMULATOR)) {
            return http.chat(model(shape), stream);
        }
    }

    @Test
    void everyKindOfFailureHasAShape() {
        assertThat(FailureKind.values())
                .allSatisfy(kind -> assertThat(FailureShape.of(kind)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MODEL_NOT_VALID             | 400 | is not a valid model ID
                    MODEL_DOES_NOT_EXIST        | 404 | model_not_found
                    NO_ENDPOINTS_FOUND          | 404 | No endpoints found for sim/no-endpoints-found:free.
                    NO_ALLOWED_PROVIDERS        | 404 | No allowed providers are available
                    FREE_PERIOD_ENDED           | 404 | migrate to the paid slug: sim/free-period-ended"
                    UNAVAILABLE_FOR_FREE        | 404 | use this slug instead: sim/unavailable-for-free"
                    TOOLS_UNSUPPORTED           | 404 | No endpoints found that support tool use
                    PARAMETER_UNSUPPORTED       | 400 | unsupported_parameter
                    INPUT_FLAGGED               | 403 | requires moderation
                    UPSTREAM_429                | 429 | is temporarily rate-limited upstream
                    UPSTREAM_429_IN_200         | 200 | is temporarily rate-limited upstream
                    CHOICES_NULL_429            | 200 | "choices":null
                    OVERLOADED_503              | 503 | overloaded
                    OVERLOADED_529              | 529 | overloaded_error
                    PROVIDER_500                | 500 | Internal Server Error
                    PROVIDER_502                | 502 | Provider returned error
                    PROVIDER_502_IN_200         | 200 | "code":502
                    HTML_502                    | 502 | <title>502 Bad Gateway</title>
                    PROBLEM_504                 | 504 | origin_gateway_timeout
                    HTML_524                    | 524 | 524: A timeout occurred
                    HTML_200                    | 200 | <html>
                    KEY_REFUSED                 | 401 | User not found.
                    CREDIT_NEEDED               | 402 | requires more credits, or fewer max_tokens
                    DATA_POLICY                 | 404 | No endpoints found matching your data policy
                    REGION_UNSUPPORTED          | 403 | unsupported_country_region_territory
                    MINUTE_LIMIT                | 429 | Rate limit exceeded: free-models-per-min.
                    DAY_LIMIT                   | 429 | Rate limit exceeded: free-models-per-day.
                    CONTEXT_TOO_LONG            | 400 | maximum context length is 8192 tokens
                    """)
    void errorsHaveTheStatusAndTheWordsOfRealOnes(FailureShape shape, int status, String words) throws IOException {
        for (boolean stream : new boolean[] {false, true}) {
            HttpResponse<String> response = ask(shape, stream);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).contains(words);
            assertThat(response.headers().firstValue("content-type").orElseThrow())
                    .doesNotContain("event-stream");
        }
    }

    @Test
    void anUpstreamsOwnWordsAreInTheMetadata() throws IOException {
        JsonNode error =
                Http.JSON.readTree(ask(FailureShape.UPSTREAM_429, true).body()).path("error");

        assertThat(error.path("message").asText()).isEqualTo("Provider returned error");
        assertThat(error.path("code").asInt()).isEqualTo(429);
        assertThat(error.path("metadata").path("provider_name").asText()).isEqualTo("Simulated");
        assertThat(error.path("metadata").path("raw").asText()).startsWith("sim/upstream-429:free is temporarily");
    }

    @ParameterizedTest
    @EnumSource(names = {"MINUTE_LIMIT", "DAY_LIMIT"})
    void theAccountsLimitIsInHeadersAndBody(FailureShape shape) throws IOException {
        HttpResponse<String> response = ask(shape, false);

        String reset = response.headers().firstValue("X-RateLimit-Reset").orElseThrow();
        assertThat(Long.parseLong(reset)).isGreaterThan(System.currentTimeMillis());
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).hasValue("0");
        JsonNode headers = Http.JSON
                .readTree(response.body())
                .path("error")
                .path("metadata")
                .path("headers");
        assertThat(headers.path("X-RateLimit-Reset").asText()).isEqualTo(reset);
    }

    @Test
    void anErrorRunsIntoTheTailOfAStream() throws IOException {
        assertThat(ask(FailureShape.ERROR_THEN_STREAM_TAIL, true).body())
                .startsWith("{\"error\":")
                .contains("}data: {\"choices\":[]");
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "HANG_WITH_COMMENTS", "HANG_MIDSTREAM", "CUT_MIDSTREAM", "CONNECTION_CLOSED"})
    void theConnectionIsCut(FailureShape shape) {
        for (boolean stream : new boolean[] {false, true}) {
            assertThatThrownBy(() -> ask(shape, stream)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "HANG_WITH_COMMENTS", "HANG_MIDSTREAM"})
    void aHangLastsAsLongAsTheScenarioSays(FailureShape shape) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> ask(shape, true)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(HANG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ANSWER_FILTERED             | "finish_reason":"content_filter"
                    EMPTY_CONTENT               | "content":""
                    NULL_CONTENT                | "content":null
                    NO_CHOICES                  | "choices":[]
                    REASONING_WITHOUT_ANSWER    | "reasoning":"Let me read
                    CUT_BY_LENGTH               | "finish_reason":"length"
                    ERROR_AFTER_FIRST_TOKEN     | "error":{"code":502
                    RAW_ERROR_AFTER_FIRST_TOKEN | unexpected token
                    """)
    void answersThatAreNoneComeInGoodOrder(FailureShape shape, String words) throws IOException {
        HttpResponse<String> body = ask(shape, false);
        HttpResponse<String> stream = ask(shape, true);

        assertThat(List.of(body.statusCode(), stream.statusCode())).containsOnly(200);
        assertThat(body.body()).contains(words);
        Http.JSON.readTree(body.body());
        if (shape != FailureShape.NULL_CONTENT) {
            assertThat(stream.body()).contains(words);
        }
    }

    @Test
    void nothingAtAllIsStillA200() throws IOException {
        assertThat(ask(FailureShape.EMPTY_BODY, false).body()).isEmpty();
        assertThat(ask(FailureShape.EMPTY_BODY, true).body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_END", "ERROR_AFTER_FIRST_TOKEN", "RAW_ERROR_AFTER_FIRST_TOKEN"})
    void streamsEndWithoutAnEndAfterTheFirstTokens(FailureShape shape) throws IOException {
        String body = ask(shape, true).body();

        assertThat(body).contains("Certainly!").doesNotContain("[DONE]").doesNotContain("\"finish_reason\":\"stop\"");
    }

    @Test
    void aBodyMayHaveNoFinishReason() throws IOException {
        JsonNode choice = Http.JSON
                .readTree(ask(FailureShape.NO_END, false).body())
                .path("choices")
                .get(0);

        assertThat(choice.path("finish_reason").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_JSON", "MERGED_FRAMES"})
    void jsonIsBroken(FailureShape shape) throws IOException {
        String body = ask(shape, false).body();

        assertThatThrownBy(() -> Http.JSON.readTree(body)).isInstanceOf(JsonProcessingException.class);
        List<String> frames = ask(shape, true)
                .body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .toList();
        assertThatThrownBy(() -> Http.JSON.readTree(frames.getLast().substring(6)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void twoFramesRunTogether() throws IOException {
        assertThat(ask(FailureShape.MERGED_FRAMES, true).body().lines().filter(l -> l.startsWith("data: ")))
                .anyMatch(line -> line.lastIndexOf("data: {") > 0);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"HANG", "HANG_WITH_COMMENTS", "HANG_MIDSTREAM", "CUT_MIDSTREAM", "CONNECTION_CLOSED"})
    void theServerOutlivesEveryShape(FailureShape shape) throws IOException {
        assertThat(ask(shape, true).statusCode()).isEqualTo(ask(shape, false).statusCode());
    }
}
