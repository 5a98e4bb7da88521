package dev.rota.provider.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.FailureKind;
import dev.rota.provider.Headers;
import dev.rota.provider.http.Signal;
import dev.rota.provider.judge.Judge;
import dev.rota.provider.judge.Tokens;
import dev.rota.provider.judge.ToolUse;
import dev.rota.provider.judge.Transcript;
import dev.rota.provider.judge.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponseReadingTest {
    private static final String WHOLE = """
            : OPENROUTER PROCESSING

            data: {"choices":[{"delta":{"role":"assistant","content":""}}]}

            data: {"choices":[{"delta":{"content":"Grü"}}]}

            : comment
            data: {"choices":[{"delta":{"content":"ße 亚"},"finish_reason":"stop"}]}

            data: {"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"completion_tokens_details":{"reasoning_tokens":1}}}

            data: [DONE]

            """;

    @Test
    void aStreamIsReadWhole() {
        Transcript chat = read(WHOLE);
        assertThat(chat.text()).isEqualTo("Grüße 亚");
        assertThat(chat.finishReason()).isEqualTo("stop");
        assertThat(chat.finished()).isTrue();
        assertThat(chat.tokens()).isEqualTo(new Tokens(9, 4, 1, false));
        assertThat(kind(chat)).isNull();
    }

    @Test
    void anyLineEndAndAnySplitOfTheBytesGiveTheSame() {
        for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
            byte[] bytes = WHOLE.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
            for (int step : new int[] {1, 2, 3, 7, 64}) {
                ResponseReader reader = new ResponseReader();
                reader.head(200, Headers.none());
                feed(reader, bytes, step);
                reader.end();
                assertThat(reader.answer().text())
                        .as("%s by %d", lineEnd.length(), step)
                        .isEqualTo("Grüße 亚");
                assertThat(reader.finished()).isTrue();
                assertThat(reader.lostFrames()).isZero();
            }
        }
    }

    private static void feed(ResponseReader reader, byte[] bytes, int step) {
        for (int from = 0; from < bytes.length; from += step) {
            int to = Math.min(bytes.length, from + step);
            if (reader.bytes(Arrays.copyOfRange(bytes, from, to), to - from, from) == Signal.DONE) {
                return;
            }
        }
    }

    @Test
    void aStreamCutAtAnyByteIsBrokenUntilItHasSaidThatItIsDone() {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        int whole = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"stop\"}]}") + 9;
        for (int length = 1; length < bytes.length; length++) {
            Transcript chat = read(Arrays.copyOf(bytes, length));
            FailureKind kind = kind(chat);
            if (length >= whole) {
                assertThat(kind).as("cut at %d", length).isNull();
            } else {
                assertThat(kind)
                        .as("cut at %d", length)
                        .isIn(FailureKind.STREAM_BROKEN, FailureKind.MALFORMED_RESPONSE, FailureKind.EMPTY_RESPONSE);
            }
        }
    }

    @Test
    void aJsonAnswerIsReadWhereAStreamWasAskedFor() {
        Transcript chat = read(
                "  \n\n {\"choices\":[{\"message\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}],\"usage\":{\"completion_tokens\":2}}");
        assertThat(chat.form()).isEqualTo(Transcript.Form.JSON);
        assertThat(chat.text()).isEqualTo("hi");
        assertThat(chat.timing().firstTokenNanos()).isNull();
        assertThat(kind(chat)).isNull();
    }

    @Test
    void aJsonAnswerCutShortIsBroken() {
        assertThat(kind(read("{\"choices\":[{\"message\":{\"content\":\"hi"))).isEqualTo(FailureKind.STREAM_BROKEN);
    }

    @Test
    void twoWholeFramesRunTogetherAreBothRead() {
        Transcript chat = read("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}data: "
                + "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\n\n");
        assertThat(chat.text()).isEqualTo("ab");
        assertThat(kind(chat)).isNull();
    }

    @Test
    void framesWithoutEmptyLinesBetweenThemAreRead() {
        assertThat(read("data:{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n  data: "
                                + "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\n")
                        .text())
                .isEqualTo("ab");
    }

    @Test
    void halfAFrameBeforeAWholeOneIsCountedAsLost() {
        Transcript chat = read("data: {\"choices\":[{\"delta\":{\"content\":\"adata: "
                + "{\"choices\":[{\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        assertThat(chat.lostFrames()).isEqualTo(1);
        assertThat(kind(chat)).isEqualTo(FailureKind.MALFORMED_RESPONSE);
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] bytes = WHOLE.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(kind(read(bytes))).isEqualTo(FailureKind.MALFORMED_RESPONSE);
    }

    @Test
    void anErrorAfterTheFirstTokenBreaksTheStream() {
        String begun = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        String error =
                "data: {\"error\":{\"code\":502,\"message\":\"upstream died\"},\"choices\":[{\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}\n\n";
        assertThat(kind(read(begun + error))).isEqualTo(FailureKind.STREAM_BROKEN);
        assertThat(kind(read(error))).isEqualTo(FailureKind.PROVIDER_ERROR);
        assertThat(kind(read(begun + "event: error\ndata: {\"message\":\"x\"}\n\n")))
                .isEqualTo(FailureKind.STREAM_BROKEN);
        assertThat(kind(read(begun + "{\"error\":{\"message\":\"no stream form\"}}\n")))
                .isEqualTo(FailureKind.STREAM_BROKEN);
    }

    @Test
    void reasoningWithoutAnAnswerIsTold() {
        String thinking = "data: {\"choices\":[{\"delta\":{\"content\":\"\",\"reasoning\":\"hm\"}}]}\n\n";
        String end = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n";
        assertThat(kind(read(thinking + end))).isEqualTo(FailureKind.REASONING_ONLY);
        assertThat(
                        kind(
                                read(
                                        "data: {\"choices\":[{\"delta\":{\"content\":\"<think>so long\"},\"finish_reason\":\"length\"}]}\n\n")))
                .isEqualTo(FailureKind.REASONING_ONLY);
        assertThat(
                        kind(
                                read(
                                        "{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"length\"}],"
                                                + "\"usage\":{\"completion_tokens\":99,\"completion_tokens_details\":{\"reasoning_tokens\":99}}}")))
                .isEqualTo(FailureKind.REASONING_ONLY);
    }

    @Test
    void reasoningInsideTheContentIsPartedFromTheAnswer() {
        Transcript chat = read("""
                data: {"choices":[{"delta":{"content":"<thi"}}]}

                data: {"choices":[{"delta":{"content":"nk>hm</th"}}]}

                data: {"choices":[{"delta":{"content":"ink>\\n42"},"finish_reason":"stop"}]}

                """);
        assertThat(chat.reasoning()).isEqualTo("hm");
        assertThat(chat.text()).isEqualTo("42");
    }

    @Test
    void toolCallsArePutTogether() {
        Transcript chat = read("""
                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c1","function":{"name":"add","arguments":""}}]}}]}

                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\":"}}]}}]}

                data: {"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"1}"}}]},"finish_reason":"tool_calls"}]}

                """);
        assertThat(chat.toolCalls()).containsExactly(new ToolUse("c1", "add", "{\"a\":1}"));
        assertThat(kind(chat)).isNull();
    }

    @Test
    void whatIsNeitherAStreamNorAChatIsMalformed() {
        for (String body : new String[] {
            "<html><body>Sign in</body></html>",
            "OK",
            "[]",
            "{\"object\":\"list\",\"data\":[]}",
            "data: {\"type\":\"response.created\"}\n\n"
        }) {
            assertThat(kind(read(body))).as(body).isEqualTo(FailureKind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void nothingAtAllIsEmpty() {
        assertThat(kind(read(" \n "))).isEqualTo(FailureKind.EMPTY_RESPONSE);
        assertThat(kind(read("data: [DONE]\n\n"))).isEqualTo(FailureKind.EMPTY_RESPONSE);
        assertThat(kind(read("{\"choices\":[{\"message\":{\"content\":\" \"},\"finish_reason\":\"stop\"}]}")))
                .isEqualTo(FailureKind.EMPTY_RESPONSE);
    }

    @Test
    void aFilterThatStopsTheAnswerIsModeration() {
        assertThat(
                        kind(
                                read(
                                        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"content_filter\"}]}\n\n")))
                .isEqualTo(FailureKind.MODERATED);
    }

    @Test
    void tokensAreEstimatedWhereTheProviderCountsNone() {
        Transcript chat =
                read("data: {\"choices\":[{\"delta\":{\"content\":\"12345678亚\"},\"finish_reason\":\"stop\"}]}\n\n");
        assertThat(chat.tokens()).isEqualTo(new Tokens(null, 3, 0, true));
    }

    private static Transcript read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Transcript read(byte[] body) {
        return ChatClient.read(200, Headers.none(), body);
    }

    private static @Nullable FailureKind kind(Transcript chat) {
        return switch (Judge.judge(chat, Instant.EPOCH)) {
            case Verdict.Answered _ -> null;
            case Verdict.Failed failed -> failed.failure().kind();
        };
    }
}
