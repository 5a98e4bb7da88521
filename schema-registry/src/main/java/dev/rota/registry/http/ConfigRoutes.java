package dev.rota.registry.http;

import dev.rota.registry.subject.Registrar;
import dev.rota.registry.subject.RegistryError;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.Mode;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /config} and {@code /mode}: the compatibility levels, and that everything may be read and written. */
final class ConfigRoutes {

    private static final String MODE = "READWRITE";

    private final Registrar registrar;

    ConfigRoutes(Registrar registrar) {
        this.registrar = registrar;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/config", request -> level(null, request)),
                Route.of("GET", "/config/{}", request -> level(request.argument(0), request)),
                Route.of("PUT", "/config", request -> setLevel(null, request)),
                Route.of("PUT", "/config/{}", request -> setLevel(request.argument(0), request)),
                Route.of("DELETE", "/config", _ -> deleteLevel(null)),
                Route.of("DELETE", "/config/{}", request -> deleteLevel(request.argument(0))),
                Route.of("GET", "/mode", _ -> new Mode(MODE)),
                Route.of("GET", "/mode/{}", _ -> new Mode(MODE)),
                Route.of("PUT", "/mode", ConfigRoutes::refuse),
                Route.of("PUT", "/mode/{}", ConfigRoutes::refuse));
    }

    private Object level(@Nullable String subject, Request request) {
        return config(registrar.level(subject, request.flag("defaultToGlobal")));
    }

    private Object setLevel(@Nullable String subject, Request request) {
        ConfigUpdateRequest update = request.body(ConfigUpdateRequest.class);
        String name = String.valueOf(update.getCompatibilityLevel());
        CompatibilityLevel level = CompatibilityLevel.forName(name);
        if (level == null) {
            throw RegistryError.invalidLevel(name);
        }
        registrar.setLevel(subject, level);
        return update;
    }

    private Object deleteLevel(@Nullable String subject) {
        return config(registrar.deleteLevel(subject));
    }

    private static Config config(CompatibilityLevel level) {
        return new Config(level.name());
    }

    private static Object refuse(Request request) {
        throw RegistryError.notPermitted("The mode is always %s in this registry".formatted(MODE));
    }
}
