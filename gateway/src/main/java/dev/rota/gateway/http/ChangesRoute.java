package dev.rota.gateway.http;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.text.Nearest;
import dev.rota.gateway.view.ChangeLog;
import dev.rota.gateway.view.Views;
import dev.rota.json.JsonForms;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** The newest changes, with their reasons. */
final class ChangesRoute implements Handler {
    private static final int USUAL = 100;

    private final Views views;

    ChangesRoute(Views views) {
        this.views = views;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        Query query = new Query(request);
        Optional<String> rotation = query.text("rotation");
        rotation.ifPresent(this::check);
        Replies.json(
                response,
                JsonForms.ROTATION_CHANGE.writeAll(views.changes()
                        .newest(
                                rotation.orElse(null),
                                query.time("since").orElse(null),
                                query.number("limit", USUAL, 1, ChangeLog.KEPT))));
    }

    private void check(String rotation) {
        List<String> names = views.rotations().stream().map(Rotation::name).toList();
        boolean known = names.contains(rotation)
                || !views.changes().newest(rotation, null, 1).isEmpty();
        if (!known) {
            throw Refusal.notFound(
                    "no rotation is called \"" + rotation + "\"",
                    Nearest.to(rotation, names).stream().toList(),
                    names.isEmpty() ? "none has been published yet" : "there are " + String.join(", ", names));
        }
    }
}
