package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.catalogue.Sweep;
import dev.rota.discovery.http.CatalogueFetch;
import dev.rota.discovery.http.CatalogueReader;
import dev.rota.discovery.http.ProviderFetch;
import dev.rota.provider.Secret;
import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.catalogue.CatalogueType;
import dev.rota.runtime.config.SecretSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How a catalogue answers at this moment, for somebody who wonders why it does not.
 *
 * @param models how many models it lists
 * @param problem why it could not be read; null if it could
 * @param key what became of its key
 * @param keyMessage what the provider said of a key that it refused; empty otherwise
 * @param clockAhead how far this machine's clock is ahead of the provider's, which tells whole seconds; null if the
 *     provider tells no time
 */
public record CatalogueVisit(
        int models,
        @Nullable CatalogueProblem problem,
        Key key,
        String keyMessage,
        @Nullable Duration clockAhead) {

    /** What became of a key. */
    public enum Key {
        /** None is configured. */
        NONE,
        /** The variable that should hold it is not set. */
        MISSING,
        /** The provider took it. */
        ACCEPTED,
        /** The provider did not. */
        REFUSED,
        /** Nobody could say. */
        UNKNOWN
    }

    private record Checked(Key key, String message) {}

    /** Reads the catalogue and, where the provider has that, asks what its key may do. */
    public static CatalogueVisit to(
            CatalogueConfig catalogue, DiscoveryConfig config, SecretSource secrets, Clock clock) {
        try (ProviderHttp http = ProviderHttp.start()) {
            CatalogueFetch fetch = new ProviderFetch(http, config.maxCatalogueBytes(), config.timeout());
            Secret key = Readers.key(catalogue, secrets);
            AtomicReference<@Nullable Duration> ahead = new AtomicReference<>();
            CatalogueFetch watched = (uri, secret) -> {
                CatalogueFetch.Fetched fetched = fetch.get(uri, secret);
                if (fetched instanceof CatalogueFetch.Fetched.Body(byte[] _, Instant date) && date != null) {
                    ahead.set(Duration.between(date, clock.instant()));
                }
                return fetched;
            };
            Sweep sweep = Readers.of(catalogue, config, watched, key).read(clock.instant());
            Checked checked = check(catalogue, key, sweep, fetch);
            return switch (sweep) {
                case Sweep.Read read ->
                    new CatalogueVisit(read.reading().size(), null, checked.key, checked.message, ahead.get());
                case Sweep.Failed failed ->
                    new CatalogueVisit(0, failed.problem(), checked.key, checked.message, ahead.get());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Checked check(CatalogueConfig catalogue, @Nullable Secret key, Sweep sweep, CatalogueFetch fetch) {
        if (key == null) {
            return new Checked(catalogue.apiKeyVariable().isEmpty() ? Key.NONE : Key.MISSING, "");
        }
        if (catalogue.type() != CatalogueType.OPENROUTER) {
            return new Checked(sweep instanceof Sweep.Read ? Key.ACCEPTED : Key.UNKNOWN, "");
        }
        // The list of models is public; only /key tells a good key from a bad one.
        return switch (fetch.get(CatalogueReader.below(catalogue.url(), "/key"), key)) {
            case CatalogueFetch.Fetched.Body _ -> new Checked(Key.ACCEPTED, "");
            case CatalogueFetch.Fetched.Refused refused ->
                refused.field().equals("status") && refused.message().matches("is 40[13],.*")
                        ? new Checked(Key.REFUSED, refused.message())
                        : new Checked(Key.UNKNOWN, refused.message());
        };
    }
}
