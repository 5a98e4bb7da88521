package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rota.client.call.QueuedReporter;
import dev.rota.client.http.HttpDelivery;
import dev.rota.domain.result.Outcome;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonForms;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsTest {
    private final TestGateway gateway = TestGateway.start();

    @AfterEach
    void stop() {
        gateway.close();
    }

    private static TestResult traffic(String id) {
        return new TestResult(
                id,
                null,
                Samples.MODEL,
                Source.TRAFFIC,
                null,
                null,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Outcome.Success(null),
                880,
                null,
                null,
                null);
    }

    private HttpResponse<String> post(String type, String body) {
        return gateway.send(gateway.request("/api/results")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aReporterBringsResultsToTheGateway() {
        TestResult result = traffic("by-reporter");
        try (QueuedReporter reporter = QueuedReporter.start(new HttpDelivery(gateway.address(), Optional.empty()))) {
            reporter.report(result);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> gateway.reported().contains(result));
            assertThat(reporter.dropped()).isZero();
        }
    }

    @Test
    void linesAreTakenTogether() {
        String lines = JsonForms.TEST_RESULT.write(traffic("1")) + "\n\n" + JsonForms.TEST_RESULT.write(traffic("2"));
        HttpResponse<String> response = post("application/x-ndjson", lines);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"accepted\":2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json | "source":"TRAFFIC" | "source":"PROBE"   | 400 | line 2: source must be TRAFFIC, not PROBE
            application/json | "latencyMs":880    | "latencyMs":-1     | 400 | line 2: latencyMs must be 0 or more
            application/json | "startedAt":"20    | "startedAt":"19    | 400 | line 2: startedAt must be within the last day
            application/json | {                  | [                  | 400 | line 2: is not
            text/plain       | {                  | {                  | 415 | Content-Type must be
            """)
    void oneBadLineRefusesAll(String type, String part, String instead, int status, String message) {
        int before = gateway.reported().size();
        String good = JsonForms.TEST_RESULT.write(traffic("good"));
        HttpResponse<String> response = post(
                type, good + "\n" + JsonForms.TEST_RESULT.write(traffic("bad")).replace(part, instead));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(message);
        assertThat(gateway.reported()).hasSize(before);
    }

    @Test
    void aBodyThatIsTooLargeIsReadOnSoThatItsSenderLearnsWhy() {
        HttpResponse<String> response = post("application/json", "x".repeat(10_000_001));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("at most 10000000 bytes, not 10000001");
    }
}
