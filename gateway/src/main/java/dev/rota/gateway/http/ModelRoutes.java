package dev.rota.gateway.http;

import dev.rota.domain.text.Similar;
import dev.rota.gateway.view.Views;
import dev.rota.json.JsonForms;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Standings as they are now. */
final class ModelRoutes {
    private static final int OFFERED = 3;

    private final Views views;

    ModelRoutes(Views views) {
        this.views = views;
    }

    void all(ServerRequest request, ServerResponse response) {
        Replies.json(response, JsonForms.STANDING.writeAll(views.standings()));
    }

    void one(ServerRequest request, ServerResponse response) {
        String model = request.path().pathParameters().get("model");
        Replies.json(response, JsonForms.STANDING.write(views.standing(model).orElseThrow(() -> unknown(model))));
    }

    private Refusal unknown(String model) {
        if (views.model(model).isPresent()) {
            return Refusal.notFound("model \"" + model + "\" is in the catalogue, but has no standing yet");
        }
        return Refusal.notFound(
                "no model is called \"" + model + "\"; a name is <catalogue>/<the provider's own id>",
                Similar.to(model, views.modelNames(), OFFERED),
                "GET /api/models lists those that are tested");
    }
}
