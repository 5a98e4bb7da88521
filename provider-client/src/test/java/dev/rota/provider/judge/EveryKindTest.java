package dev.rota.provider.judge;

import static dev.rota.domain.result.FailureKind.ACCOUNT_DAY_LIMIT;
import static dev.rota.domain.result.FailureKind.ACCOUNT_MINUTE_LIMIT;
import static dev.rota.domain.result.FailureKind.BAD_REQUEST;
import static dev.rota.domain.result.FailureKind.CONNECTION;
import static dev.rota.domain.result.FailureKind.EMPTY_RESPONSE;
import static dev.rota.domain.result.FailureKind.FREE_VARIANT_ENDED;
import static dev.rota.domain.result.FailureKind.MALFORMED_RESPONSE;
import static dev.rota.domain.result.FailureKind.MODEL_NOT_FOUND;
import static dev.rota.domain.result.FailureKind.MODERATED;
import static dev.rota.domain.result.FailureKind.NO_ENDPOINTS;
import static dev.rota.domain.result.FailureKind.OVERLOADED;
import static dev.rota.domain.result.FailureKind.PAYMENT_REQUIRED;
import static dev.rota.domain.result.FailureKind.PRIVACY_RESTRICTED;
import static dev.rota.domain.result.FailureKind.PROVIDER_ERROR;
import static dev.rota.domain.result.FailureKind.REASONING_ONLY;
import static dev.rota.domain.result.FailureKind.REGION_RESTRICTED;
import static dev.rota.domain.result.FailureKind.STREAM_BROKEN;
import static dev.rota.domain.result.FailureKind.TIMEOUT;
import static dev.rota.domain.result.FailureKind.TRUNCATED;
import static dev.rota.domain.result.FailureKind.UNAUTHORIZED;
import static dev.rota.domain.result.FailureKind.UNSUPPORTED;
import static dev.rota.domain.result.FailureKind.UPSTREAM_RATE_LIMITED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.FailureKind;
import dev.rota.domain.result.Fault;
import dev.rota.provider.Ending;
import dev.rota.provider.Headers;
import dev.rota.provider.chat.ChatClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One response for each kind of failure, and each way in which the bytes may end: the table to read first. */
class EveryKindTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final String TOKEN = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n";
    private static final Set<FailureKind> OF_THE_ACCOUNT = EnumSet.of(
            UNAUTHORIZED,
            PAYMENT_REQUIRED,
            PRIVACY_RESTRICTED,
            REGION_RESTRICTED,
            ACCOUNT_MINUTE_LIMIT,
            ACCOUNT_DAY_LIMIT);
    private static final Set<FailureKind> LOCAL = EnumSet.of(CONNECTION, BAD_REQUEST);

    /**
     * A response and its verdict.
     *
     * @param status the HTTP status; 0 if the bytes ended before one came
     * @param ending how the bytes ended
     */
    private record Row(FailureKind kind, int status, Ending ending, String body) {}

    private static Row row(FailureKind kind, int status, String body) {
        return new Row(kind, status, Ending.COMPLETE, body);
    }

    private static Row ended(FailureKind kind, int status, Ending ending, String body) {
        return new Row(kind, status, ending, body);
    }

    private static final List<Row> ROWS = List.of(
            row(MODEL_NOT_FOUND, 400, "{\"error\":{\"message\":\"a/b is not a valid model ID\",\"code\":400}}"),
            row(NO_ENDPOINTS, 404, "{\"error\":{\"message\":\"No endpoints found for a/b.\",\"code\":404}}"),
            row(FREE_VARIANT_ENDED, 404, "{\"error\":{\"message\":\"The free period has ended; use the paid slug\"}}"),
            row(
                    UNSUPPORTED,
                    404,
                    "{\"error\":{\"message\":\"No endpoints found that support tool use.\",\"code\":404}}"),
            row(MODERATED, 403, "{\"error\":{\"message\":\"Your input was flagged\",\"code\":403}}"),
            row(MODERATED, 200, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n"),
            row(
                    UPSTREAM_RATE_LIMITED,
                    429,
                    "{\"error\":{\"code\":429,\"metadata\":{\"raw\":\"a/b is temporarily rate-limited upstream\"}}}"),
            row(OVERLOADED, 200, "data: {\"error\":{\"code\":\"503\",\"message\":\"Overloaded\"}}\n\n"),
            row(PROVIDER_ERROR, 500, "{\"error\":{\"message\":\"Internal Server Error\",\"code\":500}}"),
            row(PROVIDER_ERROR, 200, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"error\"}]}\n\n"),
            row(TIMEOUT, 524, "<html>A timeout occurred</html>"),
            ended(TIMEOUT, 0, Ending.FIRST_TOKEN_TIMEOUT, ""),
            ended(TIMEOUT, 0, Ending.TOTAL_TIMEOUT, ""),
            ended(TIMEOUT, 200, Ending.FIRST_TOKEN_TIMEOUT, ": still there\n\n"),
            ended(TIMEOUT, 200, Ending.IDLE_TIMEOUT, TOKEN),
            ended(TIMEOUT, 200, Ending.TOTAL_TIMEOUT, TOKEN),
            ended(STREAM_BROKEN, 200, Ending.BROKEN, TOKEN),
            row(STREAM_BROKEN, 200, TOKEN),
            row(
                    STREAM_BROKEN,
                    200,
                    TOKEN + "data: {\"error\":{\"code\":502,\"message\":\"Network connection lost.\"}}\n\n"),
            row(MALFORMED_RESPONSE, 200, "<html><body>Welcome to the hotel's wireless network</body></html>"),
            ended(MALFORMED_RESPONSE, 0, Ending.MALFORMED, ""),
            ended(MALFORMED_RESPONSE, 200, Ending.TOO_LARGE, TOKEN),
            row(EMPTY_RESPONSE, 200, ""),
            row(EMPTY_RESPONSE, 200, "{\"choices\":[{\"message\":{\"content\":null},\"finish_reason\":\"stop\"}]}"),
            row(
                    REASONING_ONLY,
                    200,
                    "{\"choices\":[{\"message\":{\"content\":\"\",\"reasoning\":\"hm\"},\"finish_reason\":\"length\"}]}"),
            row(TRUNCATED, 200, "{\"choices\":[{\"message\":{\"content\":\"Hel\"},\"finish_reason\":\"length\"}]}"),
            row(UNAUTHORIZED, 401, "{\"error\":{\"message\":\"No auth credentials found\",\"code\":401}}"),
            row(PAYMENT_REQUIRED, 402, "{\"error\":{\"message\":\"Insufficient credits\",\"code\":402}}"),
            row(PRIVACY_RESTRICTED, 404, "{\"error\":{\"message\":\"No endpoints found matching your data policy\"}}"),
            row(REGION_RESTRICTED, 403, "{\"error\":{\"message\":\"Country, region, or territory not supported\"}}"),
            row(ACCOUNT_MINUTE_LIMIT, 429, "Rate limit exceeded: free-models-per-min."),
            row(
                    ACCOUNT_MINUTE_LIMIT,
                    200,
                    "{\"error\":{\"code\":429,\"message\":\"Rate limit exceeded: free-models-per-min\"}}"),
            row(ACCOUNT_DAY_LIMIT, 429, "Rate limit exceeded: free-models-per-day."),
            ended(CONNECTION, 0, Ending.CONNECT_FAILED, ""),
            ended(CONNECTION, 0, Ending.CONNECT_TIMEOUT, ""),
            ended(CONNECTION, 0, Ending.NO_RESPONSE, ""),
            ended(CONNECTION, 0, Ending.STALE_CONNECTION, ""),
            row(BAD_REQUEST, 400, "{\"error\":{\"message\":\"messages: field required\",\"code\":400}}"));

    @TestFactory
    List<DynamicTest> eachIsJudgedAsTheTableSays() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.kind() + " " + row.status() + " " + row.ending() + " " + row.body(), () -> {
                            Verdict verdict = Judge.judge(transcript(row), NOW);
                            assertThat(verdict).isInstanceOfSatisfying(Verdict.Failed.class, failed -> {
                                assertThat(failed.failure().kind()).isEqualTo(row.kind());
                                assertThat(failed.failure().fault()).isEqualTo(fault(row.kind()));
                            });
                        }))
                .toList();
    }

    @Test
    void noKindIsMissing() {
        assertThat(ROWS.stream().map(Row::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FailureKind.values());
    }

    private static Fault fault(FailureKind kind) {
        if (LOCAL.contains(kind)) {
            return Fault.LOCAL;
        }
        return OF_THE_ACCOUNT.contains(kind) ? Fault.ACCOUNT : Fault.MODEL;
    }

    private static Transcript transcript(Row row) {
        Transcript read =
                ChatClient.read(row.status(), Headers.none(), row.body().getBytes(StandardCharsets.UTF_8));
        @Nullable String error = row.status() == 0 ? null : read.error();
        return new Transcript(
                row.ending(),
                read.detail(),
                row.status(),
                read.headers(),
                read.form(),
                read.text(),
                read.reasoning(),
                read.toolCalls(),
                read.finishReason(),
                read.finished(),
                read.lostFrames(),
                error,
                read.timing(),
                read.tokens());
    }
}
