package dev.rota.gateway.chat;

import static dev.rota.gateway.chat.ChatFixture.error;
import static dev.rota.gateway.chat.ChatFixture.header;
import static dev.rota.gateway.chat.FakeProvider.delta;
import static dev.rota.gateway.chat.FakeProvider.says;
import static dev.rota.gateway.chat.FakeProvider.status;
import static dev.rota.gateway.chat.FakeProvider.stop;
import static dev.rota.gateway.chat.FakeProvider.streams;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers as they come. */
class ChatStreamTest {
    private static final String DONE = "[DONE]";

    private ChatFixture chat = new ChatFixture();

    ChatStreamTest() throws IOException {}

    @BeforeEach
    void models() {
        chat.rotation("speed", "x/a", "x/b");
    }

    @AfterEach
    void stopAll() {
        chat.close();
    }

    private static List<String> data(HttpResponse<String> response) {
        return response.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .toList();
    }

    @Test
    void aStreamIsPassedOnAsItComes() {
        chat.provider.when("x/a", streams("!: processing\n\n", delta("Hel"), delta("lo"), stop(), DONE));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        assertThat(header(response, "Content-Type")).isEqualTo("text/event-stream");
        assertThat(data(response)).containsExactly(delta("Hel"), delta("lo"), stop(), DONE);
        assertThat(header(response, "x-rota-model")).isEqualTo("fake/x/a");
        assertThat(header(response, "x-rota-attempts")).isEqualTo("1");
        assertThat(chat.gateway.reported().getFirst().outcome()).isInstanceOf(Outcome.Success.class);
        assertThat(chat.gateway.reported().getFirst().firstTokenMs()).isNotNull();
    }

    @Test
    void beforeTheFirstTokenAnotherModelIsAskedAndTheClientSeesNothingOfIt() {
        String empty = "{\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}";
        chat.provider.when("x/a", streams(empty, "{\"error\":{\"message\":\"rate-limited upstream\",\"code\":429}}"));
        chat.provider.when("x/b", streams(delta("hello"), stop(), DONE));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        assertThat(data(response)).containsExactly(delta("hello"), stop(), DONE);
        assertThat(header(response, "x-rota-model")).isEqualTo("fake/x/b");
        assertThat(header(response, "x-rota-attempts")).isEqualTo("2");
    }

    @Test
    void afterTheFirstTokenABreakIsToldAndNobodyElseIsAsked() {
        chat.provider.when(
                "x/a",
                streams(
                        delta("Hel"),
                        "{\"error\":{\"message\":\"upstream broke with key " + ChatFixture.KEY + "\",\"code\":502}}"));
        chat.provider.when("x/b", says("not asked"));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(data(response)).hasSize(2).first().isEqualTo(delta("Hel"));
        assertThat(data(response).getLast())
                .startsWith("{\"error\":{\"message\":")
                .contains("broke off");
        assertThat(response.body()).doesNotContain(DONE).doesNotContain(ChatFixture.KEY);
        assertThat(chat.provider.models()).containsExactly("x/a");
        Outcome outcome = chat.gateway.reported().getFirst().outcome();
        assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(FailureKind.STREAM_BROKEN);
    }

    @Test
    void aStreamThatEndsTooSoonIsNotTakenForWhole() {
        chat.provider.when("x/a", streams(delta("Hel")));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        assertThat(data(response).getLast()).startsWith("{\"error\"");
        assertThat(response.body()).doesNotContain(DONE);
    }

    @Test
    void aModelThatDoesNotBeginInTimeIsPassedOver() throws IOException {
        chat.close();
        chat = new ChatFixture(
                new ChatConfig(50, Duration.ofSeconds(50), Duration.ofMillis(300), Duration.ofSeconds(40)));
        chat.rotation("speed", "x/a", "x/b");
        CountDownLatch never = new CountDownLatch(1);
        chat.provider.when("x/a", _ -> never.await());
        chat.provider.when("x/b", streams(delta("hello"), stop(), DONE));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        never.countDown();
        assertThat(header(response, "x-rota-tried")).isEmpty();
        assertThat(header(response, "x-rota-model")).isEqualTo("fake/x/b");
    }

    @Test
    void aProviderThatDoesNotStreamIsUnderstood() {
        chat.provider.when("x/a", says("hello"));
        HttpResponse<String> response = chat.chat("rota/speed", true);
        assertThat(data(response)).hasSize(2);
        assertThat(ChatFixture.json(data(response).getFirst())
                        .at("/choices/0/delta/content")
                        .asText())
                .isEqualTo("hello");
        assertThat(data(response).getLast()).isEqualTo(DONE);
    }

    @Test
    void wordsLikeErrorInAnAnswerAreNoError() {
        String quoted = delta("data: {\\\"error\\\": 1} [DONE] event: error");
        chat.provider.when("x/a", streams(quoted, stop(), DONE));
        assertThat(data(chat.chat("rota/speed", true))).containsExactly(quoted, stop(), DONE);
    }

    @Test
    void whereNobodyAnswersTheRefusalIsPlainJson() {
        chat.provider.when("x/a", status(503, "{\"error\":{\"message\":\"overloaded\"}}"));
        HttpResponse<String> response = chat.chat("fake/x/a", true);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(error(response).path("message").asText()).contains("overloaded");
    }

    @Test
    void oneRequestTooManyIsToldToComeBack() throws Exception {
        chat.close();
        chat = new ChatFixture(
                new ChatConfig(1, Duration.ofSeconds(50), Duration.ofSeconds(40), Duration.ofSeconds(40)));
        chat.rotation("speed", "x/a");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        chat.provider.when("x/a", exchange -> {
            asked.countDown();
            go.await();
            says("hello").answer(exchange);
        });
        Thread first = Thread.ofVirtual().start(() -> chat.chat("rota/speed", false));
        asked.await();
        HttpResponse<String> second = chat.chat("rota/speed", false);
        go.countDown();
        first.join();
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(header(second, "Retry-After")).isEqualTo("2");
        assertThat(error(second).path("message").asText()).contains("come back later");
    }

    @Test
    void aClientThatLeavesEndsTheRequestAtTheProviderAndIsNoFailureOfTheModel() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        chat.provider.when("x/a", exchange -> {
            try {
                exchange.sendResponseHeaders(200, 0);
                byte[] frame = ("data: " + delta("x".repeat(1_000)) + "\n\n").getBytes(StandardCharsets.UTF_8);
                while (true) {
                    exchange.getResponseBody().write(frame);
                    exchange.getResponseBody().flush();
                }
            } finally {
                ended.countDown();
            }
        });
        String body = "{\"model\":\"rota/speed\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), chat.gateway.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(in.readLine()).contains("200");
        }
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        // A request after it is answered, and what it reports is all that is reported.
        chat.provider.when("x/b", says("hello"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> chat.chat("fake/x/b", false).statusCode() == 200);
        assertThat(chat.gateway.reported())
                .extracting(result -> result.model().toString())
                .doesNotContain("fake/x/a");
    }
}
