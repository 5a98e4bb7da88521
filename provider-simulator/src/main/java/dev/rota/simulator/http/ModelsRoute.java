package dev.rota.simulator.http;

import dev.rota.simulator.catalogue.Catalogue;
import dev.rota.simulator.catalogue.CatalogueModel;
import dev.rota.simulator.script.AccountErrors;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /models}: the list, whole or in pages. Like OpenRouter's, it needs no key. */
final class ModelsRoute implements Handler {
    private final Stage stage;
    private final String path;
    /** The whole list, where it never changes. */
    private final byte @Nullable [] constant;

    ModelsRoute(Stage stage, String path) {
        this.stage = stage;
        this.path = path;
        boolean changes = stage.cast().changesCatalogue() || stage.scenario().pageSize() > 0;
        this.constant = changes ? null : whole(stage.catalogue().models());
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        boolean paged = !request.query().isEmpty();
        if (constant != null && !paged) {
            response.header(HeaderValues.CONTENT_TYPE_JSON).send(constant);
            return;
        }
        List<CatalogueModel> listed = stage.listed(stage.clock().instant());
        int usual = stage.scenario().pageSize() > 0 ? stage.scenario().pageSize() : Math.max(1, listed.size());
        try {
            byte[] page =
                    Catalogue.page(listed, number(request, "offset", 0, 0), number(request, "limit", usual, 1), path);
            response.header(HeaderValues.CONTENT_TYPE_JSON).send(page);
        } catch (IllegalArgumentException e) {
            new Player(stage.pauses()).play(AccountErrors.badRequest(String.valueOf(e.getMessage())), response);
        }
    }

    private byte[] whole(List<CatalogueModel> models) {
        return Catalogue.page(models, 0, Math.max(1, models.size()), path);
    }

    private static int number(ServerRequest request, String name, int otherwise, int min) {
        String text = request.query().first(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= min) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below, with the rule
        }
        throw new IllegalArgumentException(name + " must be a whole number of " + min + " or more");
    }
}
