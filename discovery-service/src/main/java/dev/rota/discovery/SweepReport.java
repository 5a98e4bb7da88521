package dev.rota.discovery;

import dev.rota.domain.model.ModelId;
import dev.rota.domain.probe.ModelFound;
import java.util.List;

/**
 * What one sweep of every catalogue led to.
 *
 * @param catalogues one report a catalogue, sorted by name
 * @param probes all probes published, in order; each will have a result per task
 * @param leftOut candidates that today's budget could not pay for
 */
public record SweepReport(List<CatalogueReport> catalogues, List<ModelFound> probes, List<ModelId> leftOut) {
    public SweepReport {
        catalogues = List.copyOf(catalogues);
        probes = List.copyOf(probes);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether at least one catalogue could be read. */
    public boolean anyAccepted() {
        return catalogues.stream().anyMatch(CatalogueReport::accepted);
    }
}
