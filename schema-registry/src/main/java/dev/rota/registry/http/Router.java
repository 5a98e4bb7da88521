package dev.rota.registry.http;

import dev.rota.registry.subject.Registrar;
import dev.rota.registry.subject.RegistryError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the route of a request. */
final class Router {

    private final List<Route> routes;

    Router(Registrar registrar) {
        routes = Stream.of(
                        List.of(Route.of("GET", "/", _ -> Map.of()), Route.of("GET", "/contexts", _ -> List.of("."))),
                        new SubjectRoutes(registrar).routes(),
                        new SchemaRoutes(registrar.lookup()).routes(),
                        new CompatibilityRoutes(registrar.compatibility()).routes(),
                        new ConfigRoutes(registrar).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The answer to a request, its path given in decoded segments. */
    Object answer(String method, List<String> path, Map<String, String> query, String body) {
        boolean known = false;
        for (Route route : routes) {
            Optional<List<String>> arguments = route.match(path);
            if (arguments.isPresent() && route.method().equals(method)) {
                return route.answer().apply(new Request(arguments.get(), query, body));
            }
            known |= arguments.isPresent();
        }
        throw known
                ? new RegistryError(405, 405, "HTTP 405 Method Not Allowed")
                : new RegistryError(404, 404, "HTTP 404 Not Found");
    }
}
