package dev.rota.tester;

import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.catalogue.CatalogueConfig;
import dev.rota.runtime.config.SecretSource;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.worker.Pauses;
import dev.rota.tester.worker.ProbeRunner;
import dev.rota.tester.worker.Sleeper;
import dev.rota.tester.worker.Spending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What probes are run with: the HTTP client, the catalogues with their keys, the pauses. Needs no Kafka, so that a
 * single probe can be run right here: {@code ./rota test MODEL}.
 */
public final class Workshop implements AutoCloseable {
    /** After a limit, slots come back within this. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final ProviderHttp http;
    private final ProviderCalls calls;
    private final Pauses pauses;
    private final SuiteLibrary suites;
    private final Grading grading;
    private final Clock clock;

    private Workshop(
            ProviderHttp http, ProviderCalls calls, Pauses pauses, SuiteLibrary suites, Grading grading, Clock clock) {
        this.http = http;
        this.calls = calls;
        this.pauses = pauses;
        this.suites = suites;
        this.grading = grading;
        this.clock = clock;
    }

    /** Opens it; what it is given stays the caller's to close. */
    public static Workshop open(
            List<CatalogueConfig> catalogues, SecretSource secrets, SuiteLibrary suites, Grading grading, Clock clock) {
        ProviderHttp http = ProviderHttp.start();
        Map<String, Provider> providers = new HashMap<>();
        catalogues.forEach(config -> providers.put(config.name(), Provider.open(config, http, secrets, clock)));
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new Workshop(
                http,
                new ProviderCalls(providers, new Spending(), clock),
                new Pauses(SPREAD, random),
                suites,
                grading,
                clock);
    }

    /**
     * Runs probes.
     *
     * @param worker who runs them, for results
     * @param longestHold a probe waits for the end of a limit no longer than this; zero never waits
     */
    public ProbeRunner runner(String worker, Duration longestHold) {
        return new ProbeRunner(suites, grading, calls, pauses, clock, Sleeper.real(), worker, longestHold);
    }

    Pauses pauses() {
        return pauses;
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
