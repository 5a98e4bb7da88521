package dev.rota.discovery;

import dev.rota.discovery.plan.Budget;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What discovery counts, by catalogue: {@code rota.discovery.readings}, {@code .failures}, {@code .problems},
 * {@code .models} by state, {@code .probes} by trigger, {@code .budget.left} (requests today; -1 for no limit),
 * {@code .budget.usd.left} (dollars today), and {@code rota.discovery.unreadable} for records. The names are public
 * API.
 */
final class DiscoveryMetrics implements AutoCloseable {
    private final MeterRegistry registry;
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();
    private final Queue<Gauge> gauges = new ConcurrentLinkedQueue<>();

    /** @param catalogues their counters exist from the beginning, so that a rate of nothing is 0, not unknown */
    DiscoveryMetrics(MeterRegistry registry, Collection<String> catalogues) {
        this.registry = registry;
        registry.counter("rota.discovery.unreadable").increment(0);
        for (String catalogue : catalogues) {
            for (String name : List.of("readings", "failures", "problems")) {
                registry.counter("rota.discovery." + name, "catalogue", catalogue)
                        .increment(0);
            }
            for (Trigger trigger : Trigger.values()) {
                probes(catalogue, trigger).increment(0);
            }
        }
    }

    void swept(CatalogueReport report, List<ModelFacts> known) {
        String outcome = report.accepted() ? "rota.discovery.readings" : "rota.discovery.failures";
        registry.counter(outcome, "catalogue", report.catalogue()).increment();
        registry.counter("rota.discovery.problems", "catalogue", report.catalogue())
                .increment(report.problems().size());
        models(report.catalogue(), "present", report.models());
        models(report.catalogue(), "candidate", report.candidates());
        models(
                report.catalogue(),
                "retired",
                known.stream().filter(ModelFacts::retired).count());
    }

    void published(ModelFound probe) {
        probes(probe.model().catalogue(), probe.trigger()).increment();
    }

    private Counter probes(String catalogue, Trigger trigger) {
        String name = trigger.name().toLowerCase(Locale.ROOT);
        return registry.counter("rota.discovery.probes", "catalogue", catalogue, "trigger", name);
    }

    void budget(String catalogue, Budget budget) {
        long left = budget.leftToday();
        gauge("rota.discovery.budget.left", catalogue, "").set(left == Long.MAX_VALUE ? -1.0 : (double) left);
        gauge("rota.discovery.budget.usd.left", catalogue, "").set(budget.usdLeftToday());
    }

    void unreadable() {
        registry.counter("rota.discovery.unreadable").increment();
    }

    private void models(String catalogue, String state, long count) {
        gauge("rota.discovery.models", catalogue, state).set((double) count);
    }

    private AtomicReference<Double> gauge(String name, String catalogue, String state) {
        return values.computeIfAbsent(name + "\n" + catalogue + "\n" + state, _ -> {
            AtomicReference<Double> value = new AtomicReference<>(0.0);
            Gauge.Builder<AtomicReference<Double>> gauge =
                    Gauge.builder(name, value, AtomicReference::get).tag("catalogue", catalogue);
            gauges.add((state.isEmpty() ? gauge : gauge.tag("state", state)).register(registry));
            return value;
        });
    }

    /**
     * Takes the gauges off the registry: what has stopped shows no figure, and a successor on the same registry shows
     * its own (a registry keeps the first gauge of a name, and does not keep alive what it looks at).
     */
    @Override
    public void close() {
        gauges.forEach(registry::remove);
        gauges.clear();
        values.clear();
    }
}
