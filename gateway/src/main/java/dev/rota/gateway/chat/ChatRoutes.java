package dev.rota.gateway.chat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.rotation.Rotation;
import dev.rota.gateway.http.BodyLimit;
import dev.rota.gateway.http.Refusal;
import dev.rota.gateway.http.Replies;
import dev.rota.gateway.http.Route;
import dev.rota.gateway.view.Views;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The paths below {@code /v1}. Whatever goes wrong is told as OpenAI's API tells it. */
public final class ChatRoutes {
    private final BodyLimit limit;
    private final Views views;
    private final Targets targets;
    private final Completions completions;

    ChatRoutes(BodyLimit limit, Views views, Targets targets, Completions completions) {
        this.limit = limit;
        this.views = views;
        this.targets = targets;
        this.completions = completions;
    }

    /** All of them. */
    public List<Route> list() {
        return List.of(
                Route.get("/v1/models", models()),
                Route.get("/v1/models/{+model}", one()),
                Route.post("/v1/chat/completions", complete()));
    }

    private Handler complete() {
        return guarded((request, response) -> completions.answer(Ask.read(limit.read(request)), response));
    }

    /** Rotations first, then all models that may be called. */
    private Handler models() {
        return guarded((_, response) -> Replies.json(response, Replies.object(out -> {
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (Rotation rotation : views.rotations()) {
                write(out, rotation);
            }
            for (ModelFacts model : targets.models()) {
                write(out, model);
            }
            out.writeEndArray();
        })));
    }

    private Handler one() {
        return guarded((request, response) -> {
            String name = request.path().pathParameters().get("model");
            targets.of(name);
            Replies.json(response, Replies.object(out -> {
                if (name.startsWith(Targets.ROTATION)) {
                    members(
                            out,
                            name,
                            views.rotation(name.substring(Targets.ROTATION.length()))
                                    .orElseThrow()
                                    .computedAt(),
                            "rota");
                } else {
                    ModelFacts model = views.model(name).orElseThrow();
                    members(out, name, model.firstSeenAt(), model.facts().family());
                }
            }));
        });
    }

    private static void write(JsonGenerator out, Rotation rotation) throws IOException {
        out.writeStartObject();
        members(out, Targets.ROTATION + rotation.name(), rotation.computedAt(), "rota");
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, ModelFacts model) throws IOException {
        out.writeStartObject();
        members(
                out,
                model.model().toString(),
                model.firstSeenAt(),
                model.facts().family());
        out.writeEndObject();
    }

    private static void members(JsonGenerator out, String id, Instant created, String owner) throws IOException {
        out.writeStringField("id", id);
        out.writeStringField("object", "model");
        out.writeNumberField("created", created.getEpochSecond());
        out.writeStringField("owned_by", owner);
    }

    private static Handler guarded(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (ChatError error) {
                reply(response, error);
            } catch (Refusal refusal) {
                reply(response, ChatError.ofStatus(refusal.status(), String.valueOf(refusal.getMessage())));
            } catch (HttpException e) {
                reply(response, ChatError.ofStatus(e.status().code(), String.valueOf(e.getMessage())));
            }
        };
    }

    private static void reply(ServerResponse response, ChatError error) {
        response.status(Status.create(error.status()));
        error.retryAfter().ifPresent(seconds -> response.header(HeaderNames.RETRY_AFTER, seconds));
        Replies.json(response, error.json());
    }
}
