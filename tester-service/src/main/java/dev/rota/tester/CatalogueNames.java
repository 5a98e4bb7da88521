package dev.rota.tester;

import dev.rota.runtime.catalogue.CatalogueConfig;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of configured catalogues. */
final class CatalogueNames {
    private CatalogueNames() {}

    static Set<String> of(TesterConfig config) {
        return config.catalogues().stream().map(CatalogueConfig::name).collect(Collectors.toUnmodifiableSet());
    }
}
