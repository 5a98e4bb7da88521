package dev.rota.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** {@code GET /simulator/stats}: what was asked and played so far; no provider has this. */
final class StatsRoute implements Handler {
    private final Stage stage;

    StatsRoute(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Counters counters = stage.counters();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("seed", stage.seed());
        body.put("inFlight", counters.inFlight());
        body.put("mostInFlight", counters.mostInFlight());
        counters.requests().forEach(body.putObject("requests")::put);
        counters.outcomes().forEach(body.putObject("outcomes")::put);
        response.header(HeaderValues.CONTENT_TYPE_JSON).send(body.toString());
    }
}
