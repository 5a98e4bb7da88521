package dev.rota.discovery;

import dev.rota.discovery.http.CatalogueFetch;
import dev.rota.discovery.http.CatalogueReader;
import dev.rota.provider.Secret;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import org.jspecify.annotations.Nullable;

/** Makes the readers of configured catalogues. */
final class Readers {
    /** A catalogue of many pages may take this many times what one may. */
    private static final int PAGES_WORTH = 5;

    private Readers() {}

    /** The catalogue's key; null where it needs none, or none is given. */
    static @Nullable Secret key(CatalogueConfig catalogue, SecretSource secrets) {
        return catalogue.apiKeyVariable().flatMap(secrets::find).map(Secret::of).orElse(null);
    }

    static CatalogueReader of(
            CatalogueConfig catalogue, DiscoveryConfig config, CatalogueFetch fetch, @Nullable Secret key) {
        return new CatalogueReader(
                catalogue.name(),
                catalogue.url(),
                key,
                catalogue.filter().assumeFree(),
                fetch,
                config.maxCatalogueBytes(),
                config.timeout().multipliedBy(PAGES_WORTH));
    }
}
