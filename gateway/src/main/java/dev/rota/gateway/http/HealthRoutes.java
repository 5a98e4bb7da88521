package dev.rota.gateway.http;

import dev.rota.gateway.view.ViewState;
import dev.rota.gateway.view.Views;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Whether the gateway runs, and whether what it answers is complete. */
final class HealthRoutes {
    private final Views views;

    HealthRoutes(Views views) {
        this.views = views;
    }

    void live(ServerRequest request, ServerResponse response) {
        Replies.json(response, Replies.object(out -> out.writeStringField("status", "up")));
    }

    void ready(ServerRequest request, ServerResponse response) {
        List<ViewState> states = views.states();
        boolean ready = states.stream().allMatch(ViewState::ready);
        if (!ready) {
            response.status(Status.SERVICE_UNAVAILABLE_503);
        }
        Replies.json(response, Replies.object(out -> {
            out.writeStringField("status", ready ? "ready" : "not ready");
            out.writeArrayFieldStart("missing");
            for (ViewState state : states) {
                if (!state.ready()) {
                    out.writeStartObject();
                    out.writeStringField("topic", state.topic());
                    String problem = state.problem();
                    out.writeStringField("reason", problem == null ? "not read to its end yet" : problem);
                    out.writeEndObject();
                }
            }
            out.writeEndArray();
        }));
    }
}
