package dev.rota.gateway.http;

import dev.rota.client.call.QueuedReporter;
import dev.rota.domain.result.Source;
import dev.rota.domain.result.TestResult;
import dev.rota.json.JsonForms;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes the outcomes of applications' own requests: one TestResult a line, all of them or none. */
final class ResultsRoute implements Handler {
    private static final int MOST = 1_000;
    private static final Duration FUTURE = Duration.ofMinutes(1);
    private static final Duration PAST = Duration.ofDays(1);

    private final BodyLimit limit;
    private final QueuedReporter.Delivery delivery;
    private final InstantSource clock;

    ResultsRoute(BodyLimit limit, QueuedReporter.Delivery delivery, InstantSource clock) {
        this.limit = limit;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
        if (!type.startsWith("application/x-ndjson") && !type.startsWith(Replies.JSON)) {
            throw Refusal.of(
                    415, "Content-Type must be application/x-ndjson or application/json, not \"" + type + "\"");
        }
        List<TestResult> results = read(new String(limit.read(request), StandardCharsets.UTF_8));
        try {
            delivery.deliver(results);
        } catch (IOException _) {
            throw Refusal.of(503, "Kafka does not take results at present; send them again later");
        }
        response.status(Status.ACCEPTED_202);
        Replies.json(response, Replies.object(out -> out.writeNumberField("accepted", results.size())));
    }

    private List<TestResult> read(String body) {
        List<String> lines = body.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.size() > MOST) {
            throw Refusal.badRequest("send from 1 to " + MOST + " results, one a line, not " + lines.size());
        }
        List<TestResult> results = new ArrayList<>();
        for (String line : lines) {
            try {
                results.add(checked(JsonForms.TEST_RESULT.read(line)));
            } catch (IllegalArgumentException e) {
                throw Refusal.badRequest("line " + (results.size() + 1) + ": " + e.getMessage());
            }
        }
        return results;
    }

    private TestResult checked(TestResult result) {
        if (result.source() != Source.TRAFFIC) {
            throw new IllegalArgumentException("source must be TRAFFIC, not " + result.source());
        }
        Instant now = clock.instant();
        Instant at = result.startedAt();
        if (at.isAfter(now.plus(FUTURE)) || at.isBefore(now.minus(PAST))) {
            throw new IllegalArgumentException("startedAt must be within the last day, not " + at);
        }
        return result;
    }
}
