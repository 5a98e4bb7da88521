package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Reading;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.http.CatalogueFetch;
import dev.rota.discovery.http.ProviderFetch;
import dev.rota.domain.model.ModelFacts;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What catalogues list at this moment: read for a question, without Kafka, and published nowhere. It knows nothing of
 * models that are gone.
 *
 * @param models of every catalogue that could be read
 * @param problems one for each that could not, sorted as the catalogues are
 */
public record CatalogueLook(List<ModelFacts> models, List<CatalogueProblem> problems) {
    public CatalogueLook {
        models = List.copyOf(models);
        problems = List.copyOf(problems);
    }

    /** Reads the catalogues, one after the other. */
    public static CatalogueLook at(DiscoveryConfig config, SecretSource secrets, Clock clock) {
        List<ModelFacts> models = new ArrayList<>();
        List<CatalogueProblem> problems = new ArrayList<>();
        try (ProviderHttp http = ProviderHttp.start()) {
            CatalogueFetch fetch = new ProviderFetch(http, config.maxCatalogueBytes(), config.timeout());
            for (CatalogueConfig catalogue : config.catalogues()) {
                Instant now = clock.instant();
                switch (Readers.of(catalogue, config, fetch, Readers.key(catalogue, secrets))
                        .read(now)) {
                    case Sweep.Read(Reading reading, Instant _) -> models.addAll(facts(reading));
                    case Sweep.Failed failed -> problems.add(failed.problem());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CatalogueLook(models, problems);
    }

    private static List<ModelFacts> facts(Reading reading) {
        Instant at = reading.readAt();
        return reading.listings().values().stream()
                .map(listing -> new ModelFacts(listing.model(), listing.facts(), at, at, null, listing.aliasOf()))
                .toList();
    }
}
