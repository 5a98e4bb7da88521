package dev.rota.launcher.options;

import dev.rota.export.Endpoint;
import dev.rota.launcher.Context;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.runtime.config.Settings;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the models of each catalogue are called: as configured, else as the running instances do, else, for OpenRouter,
 * as everybody knows.
 *
 * @param byCatalogue by the catalogue's name
 */
public record Endpoints(Map<String, Endpoint> byCatalogue) {
    public static Endpoints read(Settings settings, Context context, ConnectionOptions connection) {
        SecretSource secrets = new SecretSource(context.environment());
        Map<String, Endpoint> endpoints = new TreeMap<>();
        put(endpoints, CatalogueConfig.openRouter());
        connection
                .running(context)
                .forEach(instance -> instance.catalogues()
                        .forEach((name, url) -> put(endpoints, CatalogueSettings.at(name, url, secrets))));
        CatalogueConfig.readAll(settings).forEach(catalogue -> put(endpoints, catalogue));
        // The running instance tells no variable; OpenRouter's own is known.
        endpoints.computeIfPresent(
                "openrouter",
                (name, endpoint) -> endpoint.keyVariable().isPresent()
                        ? endpoint
                        : new Endpoint(
                                name,
                                endpoint.url(),
                                CatalogueConfig.openRouter().apiKeyVariable()));
        return new Endpoints(Map.copyOf(endpoints));
    }

    private static void put(Map<String, Endpoint> endpoints, CatalogueConfig catalogue) {
        endpoints.put(catalogue.name(), new Endpoint(catalogue.name(), catalogue.url(), catalogue.apiKeyVariable()));
    }
}
