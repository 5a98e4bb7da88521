package dev.rota.tester;

import dev.rota.domain.result.Failure;
import dev.rota.domain.result.TestResult;
import dev.rota.provider.limit.AccountLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** What a tester counts. The names are public API. */
final class TesterMetrics {
    private static final String SUCCESS = "SUCCESS";
    private static final String LATENCY = "rota.tester.latency";
    private static final String FIRST_TOKEN = "rota.tester.first.token";

    private final MeterRegistry registry;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicLong lag = new AtomicLong();

    /** What is asked for with every result; a registry's own look-up makes a name and its tags anew each time. */
    private final Map<OfCatalogue, Counter> results = new ConcurrentHashMap<>();

    private final Map<String, Counter> ends = new ConcurrentHashMap<>();
    private final Map<OfCatalogue, Timer> timers = new ConcurrentHashMap<>();

    private record OfCatalogue(String catalogue, String name) {}

    /** Kept here because a registry does not keep what its gauges look at. */
    private IntSupplier paused = () -> 0;

    TesterMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the gauges, and what will be counted of each catalogue: before the first result it is 0, not unknown. */
    void bind(int slots, List<String> catalogues, IntSupplier pausedCatalogues) {
        paused = pausedCatalogues;
        registry.gauge("rota.tester.slots", this, _ -> slots);
        registry.gauge("rota.tester.slots.busy", busy);
        registry.gauge("rota.tester.group.lag", lag);
        registry.counter("rota.tester.probes.together").increment(0);
        registry.gauge("rota.tester.catalogues.paused", this, metrics -> metrics.paused.getAsInt());
        for (String catalogue : catalogues) {
            results(catalogue, SUCCESS).increment(0);
            var _ = timer(LATENCY, catalogue);
            var _ = timer(FIRST_TOKEN, catalogue);
        }
    }

    void begun() {
        busy.incrementAndGet();
    }

    void ended() {
        busy.decrementAndGet();
    }

    /** How a delivery ended: finished, put_back, interrupted, dead_letter, failed. */
    void probe(String end) {
        ends.computeIfAbsent(end, _ -> registry.counter("rota.tester.probes", "end", end))
                .increment();
    }

    /** Probes taken with others. */
    void together(int probes) {
        registry.counter("rota.tester.probes.together").increment(probes);
    }

    void result(TestResult result) {
        String catalogue = result.model().catalogue();
        Failure failure = result.failure();
        results(catalogue, failure == null ? SUCCESS : failure.kind().name()).increment();
        if (failure == null) {
            timer(LATENCY, catalogue).record(Duration.ofMillis(result.latencyMs()));
            Long firstToken = result.firstTokenMs();
            if (firstToken != null) {
                timer(FIRST_TOKEN, catalogue).record(Duration.ofMillis(firstToken));
            }
        }
    }

    private Counter results(String catalogue, String kind) {
        return results.computeIfAbsent(
                new OfCatalogue(catalogue, kind),
                _ -> registry.counter("rota.tester.results", "catalogue", catalogue, "kind", kind));
    }

    private Timer timer(String name, String catalogue) {
        return timers.computeIfAbsent(
                new OfCatalogue(catalogue, name),
                _ -> Timer.builder(name)
                        .tag("catalogue", catalogue)
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(50))
                        .maximumExpectedValue(Duration.ofMinutes(5))
                        .register(registry));
    }

    void pause(String catalogue, AccountLimit limit) {
        registry.counter(
                        "rota.tester.pauses",
                        "catalogue",
                        catalogue,
                        "scope",
                        limit.scope().name())
                .increment();
    }

    void lag(long probes) {
        lag.set(probes);
    }
}
