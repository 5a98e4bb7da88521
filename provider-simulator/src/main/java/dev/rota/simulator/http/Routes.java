package dev.rota.simulator.http;

import dev.rota.simulator.script.AccountErrors;
import io.helidon.webserver.http.HttpRouting;
import java.util.List;

/** Which path does what. */
public final class Routes {
    /** OpenRouter's base, and the plain one of OpenAI-compatible providers. */
    private static final List<String> BASES = List.of("/api/v1", "/v1");

    private Routes() {}

    public static HttpRouting.Builder of(Stage stage) {
        HttpRouting.Builder routing = HttpRouting.builder();
        for (String base : BASES) {
            routing.get(base + "/models", new ModelsRoute(stage, base + "/models"))
                    .get(base + "/key", new KeyRoute(stage))
                    .post(base + "/chat/completions", new ChatRoute(stage));
        }
        Player player = new Player(stage.pauses());
        return routing.get("/simulator/stats", new StatsRoute(stage))
                .any((request, response) ->
                        player.play(AccountErrors.notFound(request.path().path()), response));
    }
}
