package dev.rota.gateway.chat;

import static dev.rota.gateway.chat.ChatFixture.error;
import static dev.rota.gateway.chat.ChatFixture.header;
import static dev.rota.gateway.chat.ChatFixture.json;
import static dev.rota.gateway.chat.FakeProvider.says;
import static dev.rota.gateway.chat.FakeProvider.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.gateway.Samples;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers in one piece. */
class ChatTest {
    private ChatFixture chat = new ChatFixture();

    ChatTest() throws IOException {}

    @BeforeEach
    void models() {
        chat.rotation("speed", "x/a", "x/b", "x/c");
    }

    @AfterEach
    void stop() {
        chat.close();
    }

    @Test
    void theFirstThatAnswersAnswersAndTheHeadersTellTheStory() {
        chat.provider.when("x/a", status(503, "{\"error\":{\"message\":\"overloaded\"}}"));
        chat.provider.when("x/b", says("hello"));
        HttpResponse<String> response = chat.chat("rota/speed", false);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(json(response.body()).at("/choices/0/message/content").asText())
                .isEqualTo("hello");
        assertThat(header(response, "x-rota-model")).isEqualTo("fake/x/b");
        assertThat(header(response, "x-rota-attempts")).isEqualTo("2");
        assertThat(header(response, "x-rota-tried")).startsWith("fake/x/a=");
        assertThat(header(response, "x-rota-rotation")).isEqualTo("speed");
        assertThat(chat.provider.models()).containsExactly("x/a", "x/b");
    }

    @Test
    void theRequestGoesOnAsItCameButForTheModelAndFallbacksOfTheProvider() {
        chat.provider.when("x/a", says("hello"));
        chat.chat("rota/speed", false);
        JsonNode asked = chat.provider.asked().getFirst();
        assertThat(asked.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(asked.at("/messages/0/content").asText()).isEqualTo("hi");
        assertThat(asked.has("models")).as("they could cost money").isFalse();
        assertThat(chat.provider.keys()).containsExactly("Bearer " + ChatFixture.KEY);
    }

    @Test
    void whatCameOfEachAttemptIsReported() {
        chat.provider.when("x/a", status(503, "{\"error\":{\"message\":\"overloaded\"}}"));
        chat.provider.when("x/b", says("hello"));
        chat.chat("rota/speed", false);
        List<TestResult> results = chat.gateway.reported();
        assertThat(results).extracting(result -> result.model().toString()).containsExactly("fake/x/a", "fake/x/b");
        assertThat(results).allMatch(result -> result.source() == Source.TRAFFIC);
        assertThat(results.getFirst().outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(results.getLast().outcome()).isInstanceOf(Outcome.Success.class);
        assertThat(results.getLast().outputTokens()).isEqualTo(2);
    }

    @Test
    void aModelByItsNameIsAskedAlone() {
        chat.provider.when("x/b", status(503, "{\"error\":{\"message\":\"overloaded\"}}", "Retry-After", "7"));
        chat.provider.when("x/a", says("not asked"));
        HttpResponse<String> response = chat.chat("fake/x/b", false);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(error(response).path("message").asText()).contains("fake/x/b", "overloaded");
        assertThat(header(response, "Retry-After")).isEqualTo("7");
        assertThat(header(response, "x-rota-attempts")).isEqualTo("1");
        assertThat(chat.provider.models()).containsExactly("x/b");
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAlone() {
        chat.provider.when(
                "x/a", status(429, "{\"error\":{\"message\":\"x/a is rate-limited upstream\"}}", "Retry-After", "600"));
        chat.provider.when("x/b", says("hello"));
        chat.chat("rota/speed", false);
        HttpResponse<String> second = chat.chat("rota/speed", false);
        assertThat(header(second, "x-rota-model")).isEqualTo("fake/x/b");
        assertThat(header(second, "x-rota-attempts")).isEqualTo("1");
        assertThat(chat.provider.models()).containsExactly("x/a", "x/b", "x/b");
    }

    @Test
    void anErrorWithinHttp200IsNoAnswer() {
        chat.provider.when("x/a", status(200, "{\"error\":{\"message\":\"Provider returned error\",\"code\":502}}"));
        chat.provider.when("x/b", status(200, "<html>bad gateway</html>"));
        chat.provider.when("x/c", says("hello"));
        assertThat(header(chat.chat("rota/speed", false), "x-rota-model")).isEqualTo("fake/x/c");
    }

    @Test
    void aWrongRequestIsNotTriedElsewhere() {
        chat.provider.when(
                "x/a", status(400, "{\"error\":{\"message\":\"messages[0].role must be one of …\",\"code\":400}}"));
        HttpResponse<String> response = chat.chat("rota/speed", false);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error(response).path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(chat.provider.models()).containsExactly("x/a");
    }

    @Test
    void whatTheClientCutShortItselfIsAnAnswer() {
        chat.provider.when("x/a", status(200, """
                {"choices":[{"message":{"role":"assistant","content":"one two"},"finish_reason":"length"}]}"""));
        HttpResponse<String> response = chat.chat("rota/speed", false);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(chat.gateway.reported().getFirst().outcome()).isInstanceOf(Outcome.Success.class);
    }

    @Test
    void ourKeyIsNeverShown() {
        String quoting = "{\"error\":{\"message\":\"key " + ChatFixture.KEY + " is not allowed this\",\"code\":400}}";
        chat.provider.when("x/a", status(400, quoting));
        HttpResponse<String> response = chat.chat("fake/x/a", false);
        assertThat(response.body()).contains("is not allowed this").doesNotContain(ChatFixture.KEY);
        assertThat(response.headers().map().toString()).doesNotContain(ChatFixture.KEY);
        assertThat(chat.gateway.reported().toString()).doesNotContain(ChatFixture.KEY);
    }

    @Test
    void paidModelsAreNotCalledUnlessTheCatalogueSaysSo() {
        chat.model("x/dear", false, null);
        chat.provider.when("x/dear", says("that was a dollar"));
        HttpResponse<String> response = chat.chat("fake/x/dear", false);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(error(response).path("message").asText()).contains("costs money", "catalogues.fake.paid");
        assertThat(chat.provider.asked()).isEmpty();
    }

    @Test
    void aModelThatIsGoneIsNotCalled() {
        chat.model("x/gone", true, Samples.T);
        assertThat(chat.chat("fake/x/gone", false).statusCode()).isEqualTo(404);
        assertThat(chat.provider.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model":"rota/sped","messages":[{"role":"user","content":"x"}]}   | 404 | did you mean rota/speed?
            {"model":"speed","messages":[{"role":"user","content":"x"}]}       | 404 | did you mean rota/speed?
            {"model":"fake/x/aa","messages":[{"role":"user","content":"x"}]}   | 404 | did you mean fake/x/a?
            {"model":"gpt-9","messages":[{"role":"user","content":"x"}]}       | 404 | /v1/models lists what there is
            {"messages":[{"role":"user","content":"x"}]}                       | 400 | model must name a rotation
            {"model":7,"messages":[{"role":"user","content":"x"}]}             | 400 | model must name a rotation
            {"model":"rota/speed"}                                             | 400 | messages must be an array
            {"model":"rota/speed","messages":[]}                               | 400 | at least one message
            {"model":"rota/speed","messages":[{}],"stream":"yes"}              | 400 | stream must be true or false
            []                                                                 | 400 | must be a JSON object
            {"model":                                                          | 400 | the body is no JSON
            """)
    void whatCannotBeAskedSaysWhy(String body, int status, String message) {
        HttpResponse<String> response = chat.post(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(error(response).path("message").asText()).contains(message);
        assertThat(chat.provider.asked()).isEmpty();
    }

    @Test
    void whatMayBeAskedIsListed() {
        chat.model("x/dear", false, null);
        chat.model("x/gone", true, Samples.T);
        JsonNode list = json(chat.gateway.get("/v1/models").body());
        assertThat(list.path("object").asText()).isEqualTo("list");
        assertThat(list.findValuesAsText("id")).containsExactly("rota/speed", "fake/x/a", "fake/x/b", "fake/x/c");
        assertThat(json(chat.gateway.get("/v1/models/rota/speed").body())
                        .path("owned_by")
                        .asText())
                .isEqualTo("rota");
        assertThat(json(chat.gateway.get("/v1/models/fake/x/a").body())
                        .path("id")
                        .asText())
                .isEqualTo("fake/x/a");
        assertThat(chat.gateway.get("/v1/models/fake/x/dear").statusCode()).isEqualTo(403);
        assertThat(chat.gateway.get("/v1/models/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whenAllAreLimitedTheClientIsToldWhenToComeBack() {
        for (String model : List.of("x/a", "x/b", "x/c")) {
            chat.provider.when(
                    model, status(429, "{\"error\":{\"message\":\"rate-limited upstream\"}}", "Retry-After", "90"));
        }
        HttpResponse<String> response = chat.chat("rota/speed", false);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(header(response, "Retry-After")).isEqualTo("90");
        assertThat(header(response, "x-rota-tried")).contains("fake/x/c=" + FailureKind.UPSTREAM_RATE_LIMITED);
    }

    @Test
    void anEmptyRotationIsNotAnswered() {
        chat.rotation("quality");
        HttpResponse<String> response = chat.chat("rota/quality", false);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(error(response).path("message").asText()).contains("no model of rotation quality");
    }
}
