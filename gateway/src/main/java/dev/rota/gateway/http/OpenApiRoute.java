package dev.rota.gateway.http;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** The description of all paths. */
final class OpenApiRoute implements Handler {
    private final String description = Resources.text("openapi.yaml");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Replies.text(response, "application/yaml", description);
    }
}
