package dev.rota.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rota.json.JsonForms;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
    private static TestGateway gateway = TestGateway.start();

    @BeforeAll
    static void feed() {
        gateway.close();
        ReportSource reports =
                (format, rotation, from, to) -> "report " + format + " " + rotation + " " + from + " " + to;
        GatewayExtension extension = (routing, _) ->
                routing.get("/extra", (_, response) -> response.send("more".getBytes(StandardCharsets.UTF_8)));
        gateway = new TestGateway(
                GatewayConfig.onLoopback(0), new GatewayParts(Optional.of(reports), List.of(extension)));
        gateway.fed().put(Samples.rotation("speed", 3));
        gateway.fed().put(Samples.rotation("quality", 1));
        gateway.fed().put(Samples.standing(Samples.MODEL));
        gateway.fed().put(Samples.facts(Samples.OTHER));
        for (int revision = 1; revision <= 5; revision++) {
            gateway.fed().put(Samples.change("speed", revision));
        }
        gateway.fed().put(Samples.change("quality", 9));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void rotationsAreServedAsTheCommandLinePrintsThem() {
        HttpResponse<String> response = gateway.get("/api/rotations/speed");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(JsonForms.ROTATION.read(response.body())).isEqualTo(Samples.rotation("speed", 3));
        assertThat(gateway.get("/api/rotations").body())
                .isEqualTo(JsonForms.ROTATION.writeAll(
                        List.of(Samples.rotation("quality", 1), Samples.rotation("speed", 3))));
    }

    @Test
    void aModelIsFoundByItsNameWithItsSlashes() {
        String standing = JsonForms.STANDING.write(Samples.standing(Samples.MODEL));
        assertThat(gateway.get("/api/models").body()).isEqualTo("[" + standing + "]");
        assertThat(gateway.get("/api/models/openrouter/acme/large:free").body()).isEqualTo(standing);
        String encoded = URLEncoder.encode("openrouter/acme/large:free", StandardCharsets.UTF_8);
        assertThat(gateway.get("/api/models/" + encoded).body()).isEqualTo(standing);
    }

    @Test
    void changesAreFiltered() {
        assertThat(revisions("/api/changes")).containsExactly(1L, 2L, 3L, 4L, 5L, 9L);
        assertThat(revisions("/api/changes?rotation=speed&limit=2")).containsExactly(4L, 5L);
        assertThat(revisions("/api/changes?since=2026-01-02T03:04:09.678Z")).containsExactly(4L, 5L, 9L);
        assertThat(revisions("/api/changes?since=2026-01-02T04:04:09.678%2B01:00"))
                .containsExactly(4L, 5L, 9L);
    }

    private static List<Long> revisions(String path) {
        HttpResponse<String> response = gateway.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body()
                .lines()
                .flatMap(body -> java.util.regex.Pattern.compile("\"revision\":(\\d+)")
                        .matcher(body)
                        .results())
                .map(found -> Long.parseLong(found.group(1)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/rotations/sped           | 404 | did you mean speed?
            /api/rotations/zzzzzzzz       | 404 | there are quality, speed
            /api/rotations/sped/stream    | 404 | did you mean speed?
            /api/models/openrouter/acme/larg:free | 404 | did you mean openrouter/acme/large:free?
            /api/models/openrouter/beta/small | 404 | has no standing yet
            /api/models/nonsense          | 404 | a name is <catalogue>/
            /api/models/nonsense          | 404 | GET /api/models lists those that are tested
            /api/models/acme/huge         | 404 | did you mean openrouter/acme/large:free?
            /api/changes?rotation=zzzzzzz | 404 | there are quality, speed
            /api/changes?rotation=sped    | 404 | did you mean speed?
            /api/changes?limit=0          | 400 | limit must be a whole number from 1 to 10000
            /api/changes?since=yesterday  | 400 | since must be an ISO 8601 time
            /api/report?format=pdf        | 400 | format must be md, html or json
            /api/nothing                  | 404 | /api/openapi.yaml
            /api/rotations/..%2f..%2fetc  | 404 | there is no GET /api/rotations/../../etc
            """)
    void whatCannotBeAnsweredSaysWhy(String path, int status, String message) {
        HttpResponse<String> response = gateway.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).startsWith("{\"error\":{\"message\":").contains(message);
    }

    @Test
    void healthIsToldFromReadiness() {
        assertThat(gateway.get("/healthz").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = gateway.get("/readyz");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("not ready", "rota.rotation", "not read to its end yet");
    }

    @Test
    void metersAreShown() {
        gateway.get("/api/rotations");
        assertThat(gateway.get("/metrics").body()).contains("rota_gateway_subscribers", "path=\"/api/rotations\"");
    }

    @Test
    void theReportIsTheLaunchers() {
        assertThat(gateway.get("/api/report?from=2026-01-01T00:00:00Z").body())
                .isEqualTo("report JSON null 2026-01-01T00:00:00Z null");
        assertThat(gateway.get("/api/report?format=html").headers().firstValue("Content-Type"))
                .contains("text/html; charset=utf-8");
    }

    @Test
    void anExtensionHasItsPath() {
        assertThat(gateway.get("/extra").body()).isEqualTo("more");
    }

    @Test
    void thePageNeedsNothingFromElsewhere() {
        HttpResponse<String> page = gateway.get("/");
        assertThat(page.body()).contains("<title>Rota</title>").doesNotContain("http://", "https://", " src=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'sha256-", "style-src 'sha256-")
                .doesNotContain("unsafe");
    }

    @Test
    void answersAreHardened() {
        HttpResponse<String> response = gateway.get("/api/rotations");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aHeaderWithoutEndIsRefused() {
        HttpRequest.Builder request = gateway.request("/api/rotations").header("X-Long", "x".repeat(40_000));
        assertThat(gateway.send(request).statusCode()).isIn(400, 431);
    }
}
