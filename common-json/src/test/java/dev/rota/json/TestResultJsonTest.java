package dev.rota.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rota.domain.result.Fault;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestResultJsonTest {
    private static final String LINE = """
            {"model":"a/b/c","startedAt":"2026-01-02T03:04:05Z","outcome":"SUCCESS","latencyMs":880}""";

    private static TestResult read(String json) {
        return JsonForms.TEST_RESULT.read(json);
    }

    @Test
    void theBarestLineIsAnImport() {
        TestResult result = read(LINE);
        assertThat(result.source()).isEqualTo(Source.IMPORT);
        assertThat(result.succeeded()).isTrue();
        assertThat(result.resultId()).hasSize(32);
    }

    @Test
    void theSameLineIsTheSameResultAndAnotherIsNot() {
        assertThat(read(" " + LINE + "\r").resultId()).isEqualTo(read(LINE).resultId());
        assertThat(read(LINE.replace("880", "881")).resultId())
                .isNotEqualTo(read(LINE).resultId());
    }

    @Test
    void aPartOfABufferIsRead() {
        byte[] buffer = ("xx" + LINE + "yy").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(JsonForms.TEST_RESULT.read(buffer, 2, buffer.length - 4)).isEqualTo(read(LINE));
    }

    @Test
    void aMissingFaultIsTheKindsOwn() {
        TestResult result = read(LINE.replace("\"SUCCESS\"", """
                "FAILURE","failure":{"kind":"ACCOUNT_DAY_LIMIT"}"""));
        assertThat(Objects.requireNonNull(result.failure()).fault()).isEqualTo(Fault.ACCOUNT);
    }

    @Test
    void whatIsUnknownOrNullIsIgnored() {
        assertThat(read(LINE.replace("}", """
                ,"quality":null,"probeId":null,"cost":{"usd":[1,{"x":null}]}}"""))).satisfies(result -> {
            assertThat(result.quality()).isNull();
            assertThat(result.probeId()).isNull();
        });
    }

    @Test
    void aFractionOfAMillisecondIsRounded() {
        assertThat(read(LINE.replace("880", "879.6")).latencyMs()).isEqualTo(880);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.6789Z, 2026-01-02T03:04:05.678Z",
        "2026-01-02T03:04:05.6Z, 2026-01-02T03:04:05.6Z",
        "2026-01-02T03:04:05.12Z, 2026-01-02T03:04:05.12Z",
        "2024-02-29T23:59:59.123Z, 2024-02-29T23:59:59.123Z",
        "1969-12-31T23:59:59.999Z, 1969-12-31T23:59:59.999Z",
        "2026-01-02T04:04:05+01:00, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04Z, 2026-01-02T03:04:00Z",
    })
    void timesAreReadToTheMillisecond(String written, Instant meant) {
        assertThat(read(LINE.replace("2026-01-02T03:04:05Z", written)).startedAt())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a/b/c"                | "llama"      | not "llama"
            "model"                | "m"          | model is missing
            "2026-01-02T03:04:05Z" | "2026-02-30T03:04:05Z" | startedAt must be an ISO 8601 time
            "2026-01-02T03:04:05Z" | "2026-01-02T24:04:05Z" | not "2026-01-02T24:04:05Z"
            "2026-01-02T03:04:05Z" | 1767323045   | not 1767323045
            "2026-01-02T03:04:05Z" | "yesterday"  | startedAt must be an ISO 8601 time
            880                    | -1           | latencyMs must be 0 or more, not -1
            880                    | "880"        | latencyMs must be a whole number, not "880"
            880                    | 99999999999999999999 | latencyMs must be a whole number
            880                    | 880,"outputTokens":3000000000 | outputTokens must be a whole number below
            880                    | 880,"quality":1.5 | quality must be from 0 to 1, not 1.5
            880                    | 880,"quality":"good" | quality must be a number, not "good"
            880                    | 880,"worker":7 | worker must be a string, not 7
            880                    | 880,"resultId":" " | resultId must be text
            880                    | 880,"source":"PROBES" | did you mean PROBE?
            880                    | 880,"failure":{"kind":"TIMEOUT"} | failure must not be given with outcome SUCCESS
            "SUCCESS"              | "OK"         | outcome must be SUCCESS or FAILURE, not "OK"
            "SUCCESS"              | "FAILURE"    | failure is missing
            "SUCCESS"              | "FAILURE","failure":{} | failure.kind is missing
            "SUCCESS"              | "FAILURE","failure":"no" | failure must be an object, not "no"
            "SUCCESS"              | "FAILURE","failure":{"kind":"TIMEOUTS"} | failure.kind must be one of 22 names; did you mean TIMEOUT?
            "SUCCESS"              | "FAILURE","failure":{"kind":"TIMEOUT","fault":"YOU"} | failure.fault must be one of MODEL, ACCOUNT, LOCAL, not "YOU"
            880}                   | 880          | is not JSON
            880}                   | 880} {}      | has more after
            {"model"               | ["model"     | is not a JSON object
            """)
    void whatBreaksARuleIsRefusedByName(String part, String instead, String message) {
        assertThatThrownBy(() -> read(LINE.replace(part, instead)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "nonsense", "7", "null"})
    void whatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(JsonException.class);
    }
}
