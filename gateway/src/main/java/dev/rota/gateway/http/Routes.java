package dev.rota.gateway.http;

import dev.rota.client.call.QueuedReporter;
import dev.rota.gateway.GatewayConfig;
import dev.rota.gateway.GatewayParts;
import dev.rota.gateway.stream.RotationStreams;
import dev.rota.gateway.view.Views;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path does what. */
public final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private Routes() {}

    /**
     * All of them, guarded, counted, and with errors in one form.
     *
     * @param more that answer besides
     */
    public static HttpRouting.Builder of(
            GatewayConfig config,
            Views views,
            RotationStreams streams,
            GatewayMeters meters,
            QueuedReporter.Delivery results,
            GatewayParts parts,
            List<Route> more) {
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.addFilter(meters);
        routing.addFilter(new Guard(config));
        for (Route route : list(config.bodyLimit(), views, streams, meters, results, parts)) {
            routing.route(Method.create(route.method()), route.path(), route.handler());
        }
        for (Route route : more) {
            routing.route(Method.create(route.method()), route.path(), route.handler());
        }
        parts.extensions().forEach(extension -> extension.addTo(routing, views));
        routing.any((request, _) -> {
            throw Refusal.notFound("there is no " + request.prologue().method().text() + " "
                    + request.path().path() + "; /api/openapi.yaml describes what there is");
        });
        return withErrors(routing);
    }

    static List<Route> list(
            BodyLimit limit,
            Views views,
            RotationStreams streams,
            GatewayMeters meters,
            QueuedReporter.Delivery results,
            GatewayParts parts) {
        RotationRoutes rotations = new RotationRoutes(views);
        ModelRoutes models = new ModelRoutes(views);
        HealthRoutes health = new HealthRoutes(views);
        return List.of(
                Route.get("/api/rotations", rotations::all),
                Route.get("/api/rotations/{name}", rotations::one),
                Route.get("/api/rotations/{name}/stream", new StreamRoute(rotations, streams)),
                Route.get("/api/models", models::all),
                Route.get("/api/models/{+model}", models::one),
                Route.get("/api/changes", new ChangesRoute(views)),
                Route.post("/api/results", new ResultsRoute(limit, results, InstantSource.system())),
                Route.get("/api/report", new ReportRoute(parts.report())),
                Route.get("/api/openapi.yaml", new OpenApiRoute()),
                Route.get("/healthz", health::live),
                Route.get("/readyz", health::ready),
                Route.get("/metrics", meters::show),
                Route.get("/", new StatusPage()));
    }

    private static HttpRouting.Builder withErrors(HttpRouting.Builder routing) {
        return routing.error(Refusal.class, (_, response, refusal) -> Replies.refuse(response, refusal))
                .error(CloseConnectionException.class, (_, _, closed) -> {
                    throw closed;
                })
                .error(
                        HttpException.class,
                        (_, response, e) ->
                                Replies.refuse(response, Refusal.of(e.status().code(), String.valueOf(e.getMessage()))))
                .error(RuntimeException.class, (request, response, e) -> {
                    LOG.error("request failed path={}", request.path().path(), e);
                    Replies.refuse(response, Refusal.of(500, "the gateway failed to answer; its log says why"));
                });
    }
}
