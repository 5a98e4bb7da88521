package dev.rota.provider.judge;

import static dev.rota.domain.result.FailureKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.FailureKind;
import dev.rota.provider.Headers;
import dev.rota.provider.limit.LimitScope;
import dev.rota.provider.limit.LimitWords;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors as other providers word them; what OpenRouter's look like is in the golden table. */
class ErrorJudgingTest {
    private static final Instant NOW = Instant.parse("2026-11-23T21:00:00Z");

    static Stream<Arguments> errors() {
        return Stream.of(
                error(
                        404,
                        "{\"object\":\"error\",\"message\":\"The model `x` does not exist.\",\"code\":404}",
                        MODEL_NOT_FOUND),
                error(404, "{\"error\":{\"message\":\"model 'q' not found, try pulling it first\"}}", MODEL_NOT_FOUND),
                error(404, "", MODEL_NOT_FOUND),
                error(404, "{\"detail\":\"Not Found\"}", BAD_REQUEST),
                error(404, "<html><title>404 Not Found</title></html>", BAD_REQUEST),
                error(
                        400,
                        "{\"error\":{\"message\":\"The model `a-b` has been decommissioned\",\"code\":\"model_decommissioned\"}}",
                        MODEL_NOT_FOUND),
                error(400, "{\"error\":\"x does not support tools\"}", UNSUPPORTED),
                error(
                        404,
                        "{\"error\":{\"message\":\"The free period for this model has ended. Use the paid slug.\"}}",
                        FREE_VARIANT_ENDED),
                error(
                        404,
                        "{\"error\":{\"message\":\"This model is unavailable for free. The paid version is available now - use this slug instead: a/b\",\"code\":404}}",
                        FREE_VARIANT_ENDED),
                error(
                        404,
                        "{\"error\":{\"message\":\"The stealth period of this model is over.\",\"code\":404}}",
                        FREE_VARIANT_ENDED),
                error(503, "{\"error\":{\"message\":\"Our free tier is over capacity\"}}", OVERLOADED),
                error(
                        403,
                        "{\"error\":{\"message\":\"your input was flagged\",\"metadata\":{\"reasons\":[\"violence\"]}}}",
                        MODERATED),
                error(400, "{\"error\":{\"code\":\"content_filter\",\"message\":\"filtered\"}}", MODERATED),
                error(503, "{\"error\":{\"message\":\"Service tier capacity exceeded for this model.\"}}", OVERLOADED),
                error(
                        529,
                        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}",
                        OVERLOADED),
                error(503, "<html><body>nginx</body></html>", OVERLOADED),
                error(500, "{\"error\":{\"message\":\"Internal Server Error\",\"code\":500}}", PROVIDER_ERROR),
                error(500, "", PROVIDER_ERROR),
                error(502, "Bad gateway", PROVIDER_ERROR),
                error(504, "", TIMEOUT),
                error(401, "", UNAUTHORIZED),
                error(401, "{\"error\":{\"message\":\"Incorrect API key provided: sk-abcdefghijk\"}}", UNAUTHORIZED),
                error(
                        403,
                        "{\"error\":{\"message\":\"Key limit exceeded (total limit)\",\"code\":403}}",
                        PAYMENT_REQUIRED),
                error(403, "{\"error\":{\"message\":\"nope\"}}", UNAUTHORIZED),
                error(403, "<html>blocked by the firewall</html>", CONNECTION),
                error(407, "", CONNECTION),
                error(451, "", REGION_RESTRICTED),
                error(
                        403,
                        "{\"error\":{\"message\":\"This model is not available in your region\"}}",
                        REGION_RESTRICTED),
                error(
                        404,
                        "{\"error\":{\"message\":\"No endpoints found matching your data policy (Free model publication)\"}}",
                        PRIVACY_RESTRICTED),
                error(429, "Too Many Requests", ACCOUNT_MINUTE_LIMIT),
                error(
                        429,
                        "{\"error\":{\"message\":\"Rate limit reached for model `m` in organization `o` on tokens per minute (TPM): Limit 6000. Please try again in 7.66s.\"}}",
                        ACCOUNT_MINUTE_LIMIT),
                error(
                        429,
                        "{\"error\":{\"message\":\"Rate limit reached for model `m` in organization `o` on requests per day (RPD): Limit 1000\"}}",
                        ACCOUNT_DAY_LIMIT),
                error(
                        429,
                        "{\"error\":{\"code\":429,\"message\":\"Provider returned error\",\"metadata\":{\"raw\":\"{\\\"error\\\":{\\\"message\\\":\\\"You exceeded your current quota, requests per day\\\"}}\",\"provider_name\":\"Google AI Studio\",\"is_byok\":false}}}",
                        UPSTREAM_RATE_LIMITED),
                error(
                        429,
                        "{\"error\":{\"code\":429,\"message\":\"Provider returned error\",\"metadata\":{\"raw\":\"You exceeded your current quota, requests per day\",\"provider_name\":\"Google AI Studio\",\"is_byok\":true}}}",
                        ACCOUNT_DAY_LIMIT),
                error(400, "{\"error\":{\"message\":\"messages: field required\"}}", BAD_REQUEST),
                error(422, "{\"detail\":[{\"msg\":\"Field required\"}]}", BAD_REQUEST),
                error(
                        400,
                        "{\"error\":{\"message\":\"Provider returned error\",\"code\":400,\"metadata\":{\"raw\":\"ERROR\",\"provider_name\":\"Stealth\"}}}",
                        PROVIDER_ERROR),
                error(302, "", BAD_REQUEST));
    }

    private static Arguments error(int status, String body, FailureKind kind) {
        return Arguments.of(status, body, kind);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorIsOfTheKindAReaderWouldSay(int status, String body, FailureKind kind) {
        Failure failure = Judge.error(RawResponse.of(status, body), NOW).failure();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.fault()).isEqualTo(kind.fault());
        assertThat(failure.httpStatus()).isEqualTo(status);
    }

    @Test
    void theMinuteLimitEndsWhenTheBodysHeadersSay() {
        Verdict.Failed verdict = Judge.error(
                RawResponse.of(
                        429,
                        "{\"error\":{\"message\":\"Rate limit exceeded: free-models-per-min.\",\"code\":429,\"metadata\":{\"headers\":"
                                + "{\"X-RateLimit-Limit\":\"20\",\"X-RateLimit-Remaining\":\"0\",\"X-RateLimit-Reset\":\""
                                + NOW.plusSeconds(42).toEpochMilli() + "\"}}}}"),
                NOW);
        assertThat(verdict.limit()).satisfies(limit -> {
            assertThat(limit.scope()).isEqualTo(LimitScope.MINUTE);
            assertThat(limit.until()).isEqualTo(NOW.plusSeconds(42));
            assertThat(limit.allowed()).isEqualTo(20);
        });
        assertThat(verdict.failure().retryAfterMs()).isEqualTo(42_000);
        assertThat(verdict.failure().message())
                .isEqualTo("Rate limit exceeded: free-models-per-min. (limit: 20 requests a minute)");
    }

    @Test
    void aLongMessageKeepsTheLimitAtItsEnd() {
        Verdict.Failed verdict = Judge.error(
                new RawResponse(
                        429,
                        Headers.of("X-RateLimit-Limit", "50"),
                        "Rate limit exceeded: free-models-per-day. " + "x ".repeat(1_000)),
                NOW);
        String message = String.valueOf(verdict.failure().message());
        assertThat(message).hasSizeLessThanOrEqualTo(500);
        assertThat(LimitWords.read(message)).contains(new LimitWords.Allowance(LimitScope.DAY, 50));
    }

    @Test
    void theDayLimitEndsWithTheUtcDay() {
        Verdict.Failed verdict =
                Judge.error(RawResponse.of(429, "Rate limit exceeded: free-models-per-day. Add 10 credits"), NOW);
        assertThat(verdict.limit()).satisfies(limit -> {
            assertThat(limit.scope()).isEqualTo(LimitScope.DAY);
            assertThat(limit.until()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        });
    }

    @Test
    void aQuotaThatComesBackAtAnHourEndsThen() {
        Verdict.Failed verdict = Judge.error(
                RawResponse.of(
                        402, "{\"error\":{\"message\":\"Free quota used (30 requests / 5h). Resets at 10:00 UTC.\"}}"),
                NOW);
        assertThat(verdict.limit())
                .satisfies(limit -> assertThat(limit.until()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z")));
    }

    @Test
    void anUpstreamsLimitStopsNobodyElse() {
        Verdict.Failed verdict = Judge.error(
                new RawResponse(
                        429,
                        Headers.of("Retry-After", "30"),
                        "{\"error\":{\"message\":\"m is temporarily rate-limited upstream\"}}"),
                NOW);
        assertThat(verdict.limit()).isNull();
        assertThat(verdict.failure().retryAfterMs()).isEqualTo(30_000);
    }

    @Test
    void theMessageTellsTheInnerErrorAndNoSecret() {
        Failure failure = Judge.error(
                        RawResponse.of(
                                401,
                                "{\"error\":{\"message\":\"Incorrect API key provided:\\n sk-or-v1-0123456789abcdef\",\"code\":\"invalid_api_key\"},\"user_id\":\"user_0123456789abcdef\"}"),
                        NOW)
                .failure();
        assertThat(failure.message()).isEqualTo("Incorrect API key provided: ****");
        assertThat(failure.code()).isEqualTo("invalid_api_key");
    }

    @Test
    void hostileBodiesAreJudgedInTime() {
        for (String body : new String[] {
            "{".repeat(100_000),
            "[\"".repeat(50_000),
            "{\"a\":".repeat(40_000),
            "no ".repeat(100_000),
            "{\"error\":\"" + "limit your ".repeat(10_000),
            "\\".repeat(70_000),
            "{'a':'\\u12"
        }) {
            assertThat(Judge.error(RawResponse.of(500, body), NOW).failure().kind())
                    .isNotNull();
        }
    }
}
