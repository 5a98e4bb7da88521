package dev.rota.provider.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.FailureKind;
import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.Secret;
import dev.rota.provider.http.HttpLimits;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.provider.http.RawServer;
import dev.rota.provider.judge.Judge;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChatOverTheWireTest {
    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String TOKEN = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
    private static final String LAST =
            "data: {\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final Duration LONG = Duration.ofSeconds(40);

    private final ProviderHttp http = ProviderHttp.start();

    @AfterEach
    void close() throws IOException {
        http.close();
    }

    @Test
    void theFirstTokenIsTimedApartFromCommentsAndReasoning() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, HEAD + chunk(": wait\n\n"));
            pause(100);
            RawServer.write(out, chunk("data: {\"choices\":[{\"delta\":{\"reasoning\":\"hm\"}}]}\n\n"));
            pause(150);
            RawServer.write(out, chunk(TOKEN));
            pause(100);
            RawServer.write(out, chunk(LAST + DONE) + "0\r\n\r\n");
            return true;
        })) {
            Transcript chat = chat(server, limits(LONG, LONG, LONG));
            assertThat(chat.text()).isEqualTo("ab");
            assertThat(chat.timing().firstTokenMs()).isBetween(245L, 20_000L);
            assertThat(chat.timing().reasoningMs()).isBetween(100L, 20_000L);
            assertThat(chat.timing().totalMs()).isGreaterThan(340);
            assertThat(kind(chat)).isNull();
        }
    }

    @Test
    void commentsForEverDoNotHoldOffTheFirstTokensLimit() throws IOException {
        try (RawServer server = new RawServer((_, out) -> trickle(out, ": still there\n\n"))) {
            Transcript chat = chat(server, limits(Duration.ofMillis(300), LONG, LONG));
            assertThat(chat.ending()).isEqualTo(Ending.FIRST_TOKEN_TIMEOUT);
            assertThat(kind(chat)).isEqualTo(FailureKind.TIMEOUT);
            assertThat(chat.timing().totalMs()).isBetween(290L, 10_000L);
        }
    }

    @Test
    void aServerThatSaysNothingAtAllIsLate() throws IOException {
        try (RawServer server = new RawServer((_, _) -> {
            pause(60_000);
            return false;
        })) {
            Transcript chat = chat(server, limits(Duration.ofMillis(300), LONG, LONG));
            assertThat(chat.ending()).isEqualTo(Ending.FIRST_TOKEN_TIMEOUT);
            assertThat(chat.status()).isZero();
            assertThat(kind(chat)).isEqualTo(FailureKind.TIMEOUT);
        }
    }

    @Test
    void aStreamThatStandsStillEndsAtTheIdleLimit() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, HEAD + chunk(TOKEN));
            pause(60_000);
            return false;
        })) {
            assertThat(chat(server, limits(LONG, Duration.ofMillis(200), LONG)).ending())
                    .isEqualTo(Ending.IDLE_TIMEOUT);
        }
    }

    @Test
    void aModelThatTalksForEverEndsAtTheTotalLimit() throws IOException {
        try (RawServer server = new RawServer((_, out) -> trickle(out, TOKEN))) {
            Transcript chat = chat(server, limits(LONG, LONG, Duration.ofMillis(400)));
            assertThat(chat.ending()).isEqualTo(Ending.TOTAL_TIMEOUT);
            assertThat(chat.timing().firstTokenMs()).isNotNull();
        }
    }

    @Test
    void aGigabyteIsRefusedAtTheBound() throws IOException {
        String filler = chunk(": " + "x".repeat(60_000) + "\n\n");
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, HEAD);
            while (true) {
                RawServer.write(out, filler);
            }
        })) {
            Transcript chat = chat(server, new HttpLimits(LONG, LONG, LONG, LONG, 1_000_000));
            assertThat(chat.ending()).isEqualTo(Ending.TOO_LARGE);
            assertThat(kind(chat)).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void aConnectionIsKeptAfterAnAnswer() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, HEAD + chunk(LAST + DONE) + "0\r\n\r\n");
            return true;
        })) {
            for (int i = 0; i < 3; i++) {
                assertThat(kind(chat(server, limits(LONG, LONG, LONG)))).isNull();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aKeptConnectionThatWasClosedSaysNothingOfTheModel() throws IOException {
        try (RawServer server = new RawServer((request, out) -> {
            if (request > 0) {
                return false;
            }
            RawServer.write(out, HEAD + chunk(LAST + DONE) + "0\r\n\r\n");
            return true;
        })) {
            assertThat(kind(chat(server, limits(LONG, LONG, LONG)))).isNull();
            Transcript second = chat(server, limits(LONG, LONG, LONG));
            assertThat(second.ending()).isEqualTo(Ending.STALE_CONNECTION);
            assertThat(kind(second)).isEqualTo(FailureKind.CONNECTION);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatBreaksWithinTheStreamIsTheStreams() throws IOException {
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, HEAD + chunk(TOKEN));
            return false;
        })) {
            assertThat(kind(chat(server, limits(LONG, LONG, LONG)))).isEqualTo(FailureKind.STREAM_BROKEN);
        }
    }

    @Test
    void aServerThatClosesAtAnyByteLeavesAResultBehind() throws IOException {
        String whole = HEAD + chunk(TOKEN) + chunk(LAST + DONE) + "0\r\n\r\n";
        int done = whole.indexOf("[DONE]");
        int[] length = {0};
        try (RawServer server = new RawServer((_, out) -> {
            RawServer.write(out, whole.substring(0, length[0]));
            return false;
        })) {
            for (; length[0] < done; length[0]++) {
                Transcript chat = chat(server, limits(LONG, LONG, LONG));
                FailureKind kind = kind(chat);
                assertThat(kind).as("closed at %d: %s", length[0], chat).isIn(kindsOfACut(length[0]));
            }
        }
    }

    /** Without a status nothing is known of the model; headers that break off may look like bad ones, or like all. */
    private static Set<FailureKind> kindsOfACut(int length) {
        if (length < "HTTP/1.1 200".length()) {
            return Set.of(FailureKind.CONNECTION);
        }
        return length < HEAD.length()
                ? Set.of(FailureKind.MALFORMED_RESPONSE, FailureKind.EMPTY_RESPONSE, FailureKind.STREAM_BROKEN)
                : Set.of(FailureKind.STREAM_BROKEN, FailureKind.MALFORMED_RESPONSE);
    }

    @Test
    void nobodyListeningIsOurConnection() {
        ChatClient client =
                new ChatClient(http, URI.create("http://127.0.0.1:1/v1"), Headers.none(), Clock.systemUTC());
        Transcript chat = client.chat(request(), limits(LONG, LONG, LONG));
        assertThat(chat.ending()).isEqualTo(Ending.CONNECT_FAILED);
        assertThat(kind(chat)).isEqualTo(FailureKind.CONNECTION);
    }

    @Test
    void aCallersInterruptEndsTheRequest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer((_, _) -> {
            asked.countDown();
            pause(60_000);
            return false;
        })) {
            Transcript[] chat = new Transcript[1];
            Thread caller = Thread.ofVirtual().start(() -> chat[0] = chat(server, limits(LONG, LONG, LONG)));
            asked.await();
            caller.interrupt();
            caller.join();
            assertThat(chat[0].ending()).isEqualTo(Ending.CANCELLED);
        }
    }

    private Transcript chat(RawServer server, HttpLimits limits) {
        ChatClient client = new ChatClient(
                http, server.uri("/api/v1/"), Headers.bearer(Secret.of("k-12345678")), Clock.systemUTC());
        return client.chat(request(), limits);
    }

    private static ChatRequest request() {
        return new ChatRequest("m", List.of(ChatMessage.user("hi")), List.of(), 10, 0.0, true);
    }

    private static HttpLimits limits(Duration firstToken, Duration idle, Duration total) {
        return new HttpLimits(LONG, firstToken, idle, total, 10_000_000);
    }

    private static boolean trickle(OutputStream out, String text) throws IOException {
        RawServer.write(out, HEAD);
        while (true) {
            RawServer.write(out, chunk(text));
            pause(20);
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /** The server's slowness, not the test's. */
    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    private static @Nullable FailureKind kind(Transcript chat) {
        return switch (Judge.judge(chat, Instant.EPOCH)) {
            case Verdict.Answered _ -> null;
            case Verdict.Failed failed -> failed.failure().kind();
        };
    }
}
