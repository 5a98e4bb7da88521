package dev.rota.discovery;

import dev.rota.discovery.plan.Budget;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import dev.rota.domain.probe.Trigger;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What discovery counts, by catalogue: {@code rota.discovery.readings}, {@code .failures}, {@code .problems},
 * {@code .models} by state, {@code .probes} by trigger, {@code .budget.left} (requests today; -1 for no limit), and
 * {@code rota.discovery.unreadable} for records. The names are public API.
 */
final class DiscoveryMetrics {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    DiscoveryMetrics(MeterRegistry registry) {
        this.registry = registry;
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
        for (Trigger trigger : Trigger.values()) {
            // Every trigger's counter exists from the first probe on, so that a rate of nothing is 0, not unknown.
            registry.counter(
                            "rota.discovery.probes",
                            "catalogue",
                            probe.model().catalogue(),
                            "trigger",
                            trigger.name().toLowerCase(Locale.ROOT))
                    .increment(trigger == probe.trigger() ? 1 : 0);
        }
    }

    void budget(String catalogue, Budget budget) {
        long left = budget.leftToday();
        gauge("rota.discovery.budget.left", catalogue, "").set(left == Long.MAX_VALUE ? -1 : left);
    }

    void unreadable() {
        registry.counter("rota.discovery.unreadable").increment();
    }

    private void models(String catalogue, String state, long count) {
        gauge("rota.discovery.models", catalogue, state).set(count);
    }

    private AtomicLong gauge(String name, String catalogue, String state) {
        return gauges.computeIfAbsent(name + "\n" + catalogue + "\n" + state, _ -> {
            AtomicLong value = new AtomicLong();
            Gauge.Builder<AtomicLong> gauge =
                    Gauge.builder(name, value, AtomicLong::doubleValue).tag("catalogue", catalogue);
            var _ = (state.isEmpty() ? gauge : gauge.tag("state", state)).register(registry);
            return value;
        });
    }
}
