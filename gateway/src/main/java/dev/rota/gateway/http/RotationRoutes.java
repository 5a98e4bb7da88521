package dev.rota.gateway.http;

import dev.rota.domain.rotation.Rotation;
import dev.rota.domain.text.Nearest;
import dev.rota.gateway.view.Views;
import dev.rota.json.JsonForms;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Rotations as they are now. */
final class RotationRoutes {
    private final Views views;

    RotationRoutes(Views views) {
        this.views = views;
    }

    void all(ServerRequest request, ServerResponse response) {
        Replies.json(response, JsonForms.ROTATION.writeAll(views.rotations()));
    }

    void one(ServerRequest request, ServerResponse response) {
        Replies.json(response, JsonForms.ROTATION.write(asked(request)));
    }

    /** The rotation that the path names. */
    Rotation asked(ServerRequest request) {
        String name = request.path().pathParameters().get("name");
        return views.rotation(name).orElseThrow(() -> unknown(name));
    }

    private Refusal unknown(String name) {
        List<String> names = views.rotations().stream().map(Rotation::name).toList();
        String known = names.isEmpty() ? "none has been published yet" : "there are " + String.join(", ", names);
        return Refusal.notFound(
                "no rotation is called \"" + name + "\": " + known,
                Nearest.to(name, names).stream().toList(),
                "");
    }
}
