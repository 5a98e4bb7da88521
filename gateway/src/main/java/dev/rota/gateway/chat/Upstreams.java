package dev.rota.gateway.chat;

import dev.rota.provider.Headers;
import dev.rota.provider.Secret;
import dev.rota.provider.chat.ChatClient;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The providers of the configured catalogues. Thread-safe. */
final class Upstreams implements AutoCloseable {
    private final ProviderHttp http = ProviderHttp.start();
    private final Map<String, Upstream> byCatalogue = new TreeMap<>();

    Upstreams(List<CatalogueConfig> catalogues, SecretSource secrets) {
        for (CatalogueConfig catalogue : catalogues) {
            Optional<Secret> key =
                    catalogue.apiKeyVariable().flatMap(secrets::find).map(Secret::of);
            Headers headers = key.map(Headers::bearer).orElse(Headers.none());
            ChatClient client = new ChatClient(http, catalogue.url(), headers, Clock.systemUTC());
            byCatalogue.put(catalogue.name(), new Upstream(client, key, catalogue.paid()));
        }
    }

    Optional<Upstream> of(String catalogue) {
        return Optional.ofNullable(byCatalogue.get(catalogue));
    }

    /** Names of the catalogues, for people. */
    String names() {
        return byCatalogue.isEmpty() ? "none" : String.join(", ", byCatalogue.keySet());
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
