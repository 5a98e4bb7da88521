package dev.rota.registry.http;

import dev.rota.registry.subject.Compatibility;
import dev.rota.registry.subject.VersionRef;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.CompatibilityCheckResponse;
import java.util.List;

/** {@code /compatibility}: whether a schema could be registered, without doing it. */
final class CompatibilityRoutes {

    private final Compatibility compatibility;

    CompatibilityRoutes(Compatibility compatibility) {
        this.compatibility = compatibility;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/compatibility/subjects/{}/versions", this::withAll),
                Route.of("POST", "/compatibility/subjects/{}/versions/{}", this::withOne));
    }

    private Object withAll(Request request) {
        return answer(request, compatibility.checkSubject(request.schema(), request.flag("normalize")));
    }

    private Object withOne(Request request) {
        VersionRef version = VersionRef.parse(request.argument(1));
        return answer(request, compatibility.checkVersion(request.schema(), version, request.flag("normalize")));
    }

    private static Object answer(Request request, List<String> reasons) {
        CompatibilityCheckResponse response = new CompatibilityCheckResponse();
        response.setIsCompatible(reasons.isEmpty());
        if (request.flag("verbose")) {
            response.setMessages(reasons);
        }
        return response;
    }
}
