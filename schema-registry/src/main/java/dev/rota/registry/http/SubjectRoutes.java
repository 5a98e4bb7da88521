package dev.rota.registry.http;

import dev.rota.registry.subject.Registrar;
import dev.rota.registry.subject.StoredSchema;
import dev.rota.registry.subject.VersionRef;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import java.util.List;

/** {@code /subjects}: what is registered under which name. */
final class SubjectRoutes {

    private final Registrar registrar;

    SubjectRoutes(Registrar registrar) {
        this.registrar = registrar;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/subjects", this::subjects),
                Route.of("POST", "/subjects/{}", this::find),
                Route.of("DELETE", "/subjects/{}", this::deleteSubject),
                Route.of("GET", "/subjects/{}/versions", this::versions),
                Route.of("POST", "/subjects/{}/versions", this::register),
                Route.of(
                        "GET",
                        "/subjects/{}/versions/{}",
                        request -> version(request).toSchema()),
                Route.of("GET", "/subjects/{}/versions/{}/schema", this::text),
                Route.of("GET", "/subjects/{}/versions/{}/referencedby", this::referencedBy),
                Route.of("DELETE", "/subjects/{}/versions/{}", this::deleteVersion));
    }

    private Object subjects(Request request) {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        return registrar.lookup().all(prefix, request.flag("deleted")).stream()
                .map(StoredSchema::subject)
                .distinct()
                .toList();
    }

    private Object find(Request request) {
        return registrar
                .lookup()
                .schema(request.schema(), request.flag("normalize"), request.flag("deleted"))
                .toSchema();
    }

    private Object versions(Request request) {
        return registrar.lookup().versions(request.argument(0), request.flag("deleted")).stream()
                .map(StoredSchema::version)
                .toList();
    }

    private Object register(Request request) {
        return new RegisterSchemaResponse(
                registrar.register(request.schema(), request.flag("normalize")).toSchema());
    }

    private StoredSchema version(Request request) {
        return registrar
                .lookup()
                .version(request.argument(0), VersionRef.parse(request.argument(1)), request.flag("deleted"));
    }

    private Object text(Request request) {
        return new Route.RawJson(version(request).content().text());
    }

    private Object referencedBy(Request request) {
        return registrar.lookup().referencedBy(version(request));
    }

    private Object deleteSubject(Request request) {
        return registrar.deleteSubject(request.argument(0), request.flag("permanent"));
    }

    private Object deleteVersion(Request request) {
        return registrar.deleteVersion(
                request.argument(0), VersionRef.parse(request.argument(1)), request.flag("permanent"));
    }
}
