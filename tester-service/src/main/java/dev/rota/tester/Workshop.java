package dev.rota.tester;

import dev.rota.provider.http.ProviderHttp;
import dev.rota.runtime.lifecycle.Services;
import dev.rota.tester.grading.Grading;
import dev.rota.tester.queue.SpendingLedger;
import dev.rota.tester.suite.SuiteLibrary;
import dev.rota.tester.worker.Pauses;
import dev.rota.tester.worker.ProbeRunner;
import dev.rota.tester.worker.Sleeper;
import dev.rota.tester.worker.Spending;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * What probes are run with: the HTTP client, the catalogues with their keys, the pauses, the account of spending. Takes
 * no probes from Kafka, so that a single one can be run right here: {@code ./rota test MODEL}.
 */
public final class Workshop implements AutoCloseable {
    /** After a limit, slots come back within this. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private final Services parts;
    private final ProviderCalls calls;
    private final Pauses pauses;
    private final SuiteLibrary suites;
    private final Grading grading;
    private final Clock clock;

    private Workshop(
            Services parts, ProviderCalls calls, Pauses pauses, SuiteLibrary suites, Grading grading, Clock clock) {
        this.parts = parts;
        this.calls = calls;
        this.pauses = pauses;
        this.suites = suites;
        this.grading = grading;
        this.clock = clock;
    }

    /** Opens it; what it is given stays the caller's to close. */
    public static Workshop open(TesterConfig config, SuiteLibrary suites, Grading grading, Clock clock) {
        Services parts = new Services();
        ProviderHttp http = parts.own(ProviderHttp.start());
        Map<String, Provider> providers = new HashMap<>();
        config.catalogues()
                .forEach(each -> providers.put(each.name(), Provider.open(each, http, config.secrets(), clock)));
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        try {
            Spending spending = SpendingLedger.ifPaid(config.catalogues(), config.kafka())
                    .<Spending>map(parts::own)
                    .orElseGet(Spending::none);
            return new Workshop(
                    parts,
                    new ProviderCalls(providers, spending, clock),
                    new Pauses(SPREAD, random),
                    suites,
                    grading,
                    clock);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
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
        parts.close();
    }
}
