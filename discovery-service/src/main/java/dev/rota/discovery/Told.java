package dev.rota.discovery;

import dev.rota.discovery.catalogue.CatalogueProblem;
import dev.rota.discovery.change.CatalogueChange;
import dev.rota.discovery.plan.Budget;
import dev.rota.domain.model.ModelFacts;
import dev.rota.domain.probe.ModelFound;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells logs, metrics and the listener what happens; a problem that stays is logged once, until it is gone. */
final class Told {
    private static final Logger LOG = LoggerFactory.getLogger(DiscoveryService.class);

    private final DiscoveryListener listener;
    private final DiscoveryMetrics metrics;
    private final Map<String, Set<CatalogueProblem>> standing = new ConcurrentHashMap<>();

    Told(DiscoveryListener listener, DiscoveryMetrics metrics) {
        this.listener = listener;
        this.metrics = metrics;
    }

    void swept(CatalogueReport report, List<CatalogueChange> changes, List<ModelFacts> known) {
        metrics.swept(report, known);
        problems(report);
        LOG.info(
                "catalogue read catalogue={} accepted={} models={} candidates={} new={} changed={} retired={} returned={}",
                report.catalogue(),
                report.accepted(),
                report.models(),
                report.candidates(),
                report.found(),
                report.changed(),
                report.retired(),
                report.returned());
        changes.forEach(listener::onChange);
        listener.onSweep(report);
    }

    private void problems(CatalogueReport report) {
        Set<CatalogueProblem> before = standing.put(report.catalogue(), new HashSet<>(report.problems()));
        for (CatalogueProblem problem : report.problems()) {
            if (before == null || !before.contains(problem)) {
                LOG.warn("{}", problem);
                listener.onProblem(problem);
            }
        }
    }

    void published(ModelFound probe) {
        metrics.published(probe);
        LOG.debug(
                "probe published model={} trigger={} suite={} probe={}",
                probe.model(),
                probe.trigger(),
                probe.suite(),
                probe.probeId());
        listener.onProbe(probe);
    }

    void waits(String catalogue, int models, Budget budget) {
        LOG.info("probes wait for the account's budget catalogue={} models={}", catalogue, models);
        listener.onWait(catalogue, models, budget);
    }

    void budget(String catalogue, Budget budget) {
        metrics.budget(catalogue, budget);
    }
}
